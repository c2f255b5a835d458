import type { MinutesRecord, SignerRole } from '@contract/minutes';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { open } from '@/services/navigate';
import { AskCorrection } from './ask-correction';

const SIGN_WORDS: Record<SignerRole, string> = {
  chair: '我主持的会，签字确认',
  recorder: '我记录的，签字确认',
  attendee: '我到过会，签字确认',
};

function rolesOf({ can }: MinutesRecord): SignerRole[] {
  const roles: [SignerRole, boolean][] = [
    ['chair', can.signChair === null],
    ['recorder', can.signRecorder === null],
    ['attendee', can.signAttendee === null],
  ];
  return roles.filter(([, may]) => may).map(([role]) => role);
}

function Sign({ record, role, onClose }: { record: MinutesRecord; role: SignerRole; onClose: () => void }) {
  const command = useCommand('minutes.sign');
  const [newest] = record.versions;
  if (!newest) return null;
  const { number, hash } = newest;
  const sign = async () => {
    if (await command.send({ id: record.meetingId, number, hash, role })) onClose();
  };
  return (
    <Confirm
      open
      title={`确认第${number}版纪要？`}
      text="签了字，大家看得到您的名字。以后纪要再改，您的签字只对这一版。"
      confirm="签字确认"
      error={command.error}
      onConfirm={sign}
      onClose={onClose}
    />
  );
}

/** What this person can do with the minutes; the first of it is the main thing. */
export function MinutesMain({ record }: { record: MinutesRecord }) {
  const [signing, setSigning] = useState<SignerRole | null>(null);
  const [asking, setAsking] = useState(false);
  const [first, ...others] = rolesOf(record);
  const { can, meetingId } = record;
  const writes = can.release === null || can.draft === null;
  return (
    <>
      {first && <Button onTap={() => setSigning(first)}>{SIGN_WORDS[first]}</Button>}
      {others.map((role) => (
        <Button key={role} kind="plain" onTap={() => setSigning(role)}>
          {SIGN_WORDS[role]}
        </Button>
      ))}
      {can.ask === null && (
        <Button kind="plain" onTap={() => setAsking(true)}>
          写得不对，要求更正
        </Button>
      )}
      {writes && (
        <Button
          kind={first ? 'plain' : 'main'}
          onTap={() => open('/packages/meetings/minutes/index', { id: meetingId })}
        >
          {record.versions.length > 0 ? '写新的一版' : '写会议纪要'}
        </Button>
      )}
      {signing && <Sign record={record} role={signing} onClose={() => setSigning(null)} />}
      {asking && <AskCorrection record={record} onClose={() => setAsking(false)} />}
    </>
  );
}
