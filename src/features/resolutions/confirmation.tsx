import type { ResolutionDetail } from '@contract/resolutions';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';

function Reopen({ resolution, onClose }: { resolution: ResolutionDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('resolutions.reopen');
  const reopen = async () => {
    if (await command.send({ id: resolution.id, revision: resolution.revision, reason })) onClose();
  };
  return (
    <Confirm
      open
      title="哪里还没办好？"
      text="会退回给负责的人接着办，大家都看得到。"
      confirm="退回去接着办"
      reason={reason.trim() ? undefined : '请写明哪里没办好'}
      onConfirm={reopen}
      error={command.error}
      onClose={onClose}
    >
      <TextArea
        label="没办好的地方"
        value={reason}
        onChange={setReason}
        max={300}
        error={command.fields.reason}
      />
    </Confirm>
  );
}

/** The one who raised it says whether it is done; only they are asked. */
export function Confirmation({ resolution }: { resolution: ResolutionDetail }) {
  const [reopening, setReopening] = useState(false);
  const command = useCommand('resolutions.confirm');
  if (resolution.can.confirm !== null) return null;
  const until = resolution.silentOn ? dayText(resolution.silentOn, serverNow()) : '';
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button
        note={until && `${until}前没有回音，就算您同意`}
        onTap={() => command.send({ id: resolution.id, revision: resolution.revision })}
      >
        确认办好了
      </Button>
      <Button kind="plain" onTap={() => setReopening(true)}>
        还没办好
      </Button>
      {reopening && <Reopen resolution={resolution} onClose={() => setReopening(false)} />}
    </>
  );
}
