import type { MinutesRecord, SignerRole } from '@contract/minutes';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { open } from '@/services/navigate';
import { AskCorrection } from './ask-correction';

const SIGN_WORDS: Record<SignerRole, string> = {
  chair: '我主持的，签字',
  recorder: '我记录的，签字',
  attendee: '我到过会，签字',
};

function rolesOf({ can }: MinutesRecord): SignerRole[] {
  const roles: [SignerRole, boolean][] = [
    ['chair', can.signChair === null],
    ['recorder', can.signRecorder === null],
    ['attendee', can.signAttendee === null],
  ];
  return roles.filter(([, may]) => may).map(([role]) => role);
}

const writeWords = ({ versions }: MinutesRecord) => (versions.length > 0 ? '写新的一版' : '写会议纪要');

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

/** The one thing to do now: to sign, or for whoever writes them to write. */
export function MinutesMain({ record }: { record: MinutesRecord }) {
  const [signing, setSigning] = useState(false);
  const [role] = rolesOf(record);
  if (role) {
    return (
      <>
        <Button onTap={() => setSigning(true)}>{SIGN_WORDS[role]}</Button>
        {signing && <Sign record={record} role={role} onClose={() => setSigning(false)} />}
      </>
    );
  }
  if (record.can.release !== null && record.can.draft !== null) return null;
  return (
    <Button onTap={() => open('/packages/meetings/minutes/index', { id: record.meetingId })}>
      {writeWords(record)}
    </Button>
  );
}

/** What else this person can do with the minutes; nothing is shown to whoever can do nothing. */
export function MinutesMore({ record }: { record: MinutesRecord }) {
  const [signing, setSigning] = useState<SignerRole | null>(null);
  const [asking, setAsking] = useState(false);
  const [main, ...others] = rolesOf(record);
  const { can, meetingId } = record;
  const writes = main !== undefined && (can.release === null || can.draft === null);
  if (others.length === 0 && can.ask !== null && !writes) return null;
  return (
    <Section title="还可以办">
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
        <Button kind="plain" onTap={() => open('/packages/meetings/minutes/index', { id: meetingId })}>
          {writeWords(record)}
        </Button>
      )}
      {signing && <Sign record={record} role={signing} onClose={() => setSigning(null)} />}
      {asking && <AskCorrection record={record} onClose={() => setAsking(false)} />}
    </Section>
  );
}
