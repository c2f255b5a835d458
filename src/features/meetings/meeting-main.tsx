import type { MeetingDetail } from '@contract/meetings';
import { Button } from '@/components/button/button';
import { useCommand } from '@/features/calls/use-command';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { spokenTime } from '@/services/time';

function GiveNotice({ meeting }: { meeting: MeetingDetail }) {
  const command = useCommand('meetings.giveNotice');
  const denial = meeting.can.giveNotice ?? meeting.notice.refusal ?? command.error?.code;
  return (
    <Button
      reason={denial ? messages[denial] : undefined}
      note="发出以后议题不能再改，大家都会收到通知"
      busyText="正在发通知…"
      onTap={() => command.send({ id: meeting.id, revision: meeting.revision })}
    >
      发出开会通知
    </Button>
  );
}

/** The one thing to do now: a neighbour checks in, whoever prepares it sends the notice or writes the minutes. */
export function MeetingMain({ meeting }: { meeting: MeetingDetail }) {
  const { can, id } = meeting;
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
  if (can.recordMinutes === null) {
    return (
      <Button onTap={() => open('/packages/meetings/minutes/index', { id })}>
        {meeting.minutes ? '修改会议纪要' : '写会议纪要'}
      </Button>
    );
  }
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
