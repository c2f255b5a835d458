import type { MeetingDetail } from '@contract/meetings';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayTimeText, spokenTime } from '@/services/time';

function GiveNotice({ meeting }: { meeting: MeetingDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('meetings.giveNotice');
  const denial = meeting.can.giveNotice ?? meeting.notice.refusal;
  const give = async () => {
    if (await command.send({ id: meeting.id, revision: meeting.revision })) setAsking(false);
  };
  return (
    <>
      <Button reason={denial ? messages[denial] : undefined} onTap={() => setAsking(true)}>
        发出开会通知
      </Button>
      <Confirm
        open={asking}
        title="现在发出开会通知吗？"
        text={`${meeting.placeName}的人都会收到通知：${dayTimeText(meeting.startsAt, serverNow())}，${meeting.venue}。发出以后议题不能再改。`}
        confirm="通知大家"
        error={command.error}
        onConfirm={give}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** The one thing to do now: a neighbour checks in, whoever prepares it sends the notice or writes the minutes. */
export function MeetingMain({ meeting }: { meeting: MeetingDetail }) {
  const { can, id } = meeting;
  // Before having checked in: the secretary came too.
  if (can.recordMinutes === null) {
    return (
      <Button onTap={() => open('/packages/meetings/minutes/index', { id })}>
        {meeting.minutes ? '写新的一版纪要' : '写会议纪要'}
      </Button>
    );
  }
  if (meeting.checkedInAt !== null) {
    return (
      <Button kind="plain" icon="check" reason={`您已报到，${spokenTime(meeting.checkedInAt, serverNow())}`}>
        已报到
      </Button>
    );
  }
  if (can.checkIn === null) {
    return <Button onTap={() => open('/packages/meetings/check-in/index', { id })}>报到</Button>;
  }
  if (meeting.stage === 'draft' && can.edit === null) return <GiveNotice meeting={meeting} />;
  // Whoever has no home there is not asked to check in.
  if (meeting.stage !== 'noticed' || can.checkIn === 'NOT_IN_SCOPE' || can.checkIn === 'NOT_VERIFIED') {
    return null;
  }
  const opens = serverNow() < meeting.checkInOpensAt;
  return (
    <Button
      reason={opens ? `${spokenTime(meeting.checkInOpensAt, serverNow())}开始报到` : messages[can.checkIn]}
    >
      报到
    </Button>
  );
}
