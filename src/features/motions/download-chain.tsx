import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { useCommand } from '@/features/calls/use-command';
import { saveFile, type Saved } from '@/services/files';
import { SavedOutcome } from './saved-outcome';

/** The chain of seals as a file, for whoever checks a receipt with a program of their own (BAL-25). */
export function DownloadChain() {
  const command = useCommand('audit.export');
  const [saved, setSaved] = useState<Saved | 'failed' | null>(null);
  const download = async () => {
    setSaved(null);
    const file = await command.send({});
    if (!file) return;
    const { fileId, name: fileName } = file;
    setSaved(await saveFile({ fileId, fileName }).catch(() => 'failed' as const));
  };
  return (
    <>
      <Button kind="plain" busyText="正在准备…" onTap={download} note="里面没有人名和事情，和回执一起核对用">
        下载操作记录的封存
      </Button>
      {command.error && <ErrorBox error={command.error} />}
      <SavedOutcome saved={saved} />
    </>
  );
}
