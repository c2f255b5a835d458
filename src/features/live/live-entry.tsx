import type { MeetingDetail } from '@contract/meetings';
import { Button } from '@/components/button/button';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';

/** The server decides when a live meeting can begin and when it is over (LIVE-1); here only whether a way to it is offered. */
const AFTER_END_MS = 4 * 60 * 60 * 1000;

/** Whether the meeting is held about now. */
export function isOn({ stage, checkInOpensAt, endsAt }: MeetingDetail): boolean {
  const now = serverNow();
  return stage === 'noticed' && now >= checkInOpensAt && now <= endsAt + AFTER_END_MS;
}

/** The way into the meeting while it is held: to look on, and for those who prepare it to lead. */
export function LiveEntry({ meeting }: { meeting: MeetingDetail }) {
  if (!isOn(meeting)) return null;
  const { id, can } = meeting;
  return (
    <>
      {can.showCheckIn === null && (
        <Button kind="plain" icon="sound" onTap={() => open('/packages/live/desk/index', { id })}>
          主持现场会议
        </Button>
      )}
      <Button kind="plain" icon="people" onTap={() => open('/packages/live/room/index', { id })}>
        进入会议现场
      </Button>
    </>
  );
}
