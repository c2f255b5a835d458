import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { call } from '@/services/cloud';
import { asCallError, type CallError } from '@/services/call-error';
import { type Saved, saveText } from '@/services/files';

const SAVED: Record<Saved, string> = {
  saved: '已经下载到这台电脑',
  sent: '已经发到您选的聊天里',
  copied: '已经复制，可以粘贴到别的地方保存',
};

/** Everything that is stored about me, as a file. */
export function MyCopy() {
  const [saved, setSaved] = useState<Saved | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const fetch = async () => {
    setError(null);
    try {
      const { fileName, text } = await call('privacy.copy', {});
      setSaved(await saveText(fileName, text));
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return (
    <Section title="我的信息副本">
      {saved && <Notice tone="leaf" icon="check" title={SAVED[saved]} />}
      {error && <ErrorBox error={error} />}
      <Button
        kind="plain"
        icon="document"
        note="您的房屋、提议、意见、投票、消息，都在一个文件里。里面有您投的是什么，不要给别人看"
        busyText="正在整理…"
        onTap={fetch}
      >
        下载我的信息
      </Button>
    </Section>
  );
}
