import type { ErrorCode } from '@contract/errors';
import type { ShiftDetail } from '@contract/shifts';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { spokenTime } from '@/services/time';

/** What somebody can do about a refusal, where that is on another page. */
const WAYS: Partial<Record<ErrorCode, { text: string; page: string }>> = {
  SHIFT_REPORT_FIRST: { text: '我要报到', page: 'report-in' },
  VOLUNTEER_BORN_DAY: { text: '填写出生日期', page: 'profile' },
  SHIFT_GUARDIAN: { text: '看我的志愿者码', page: 'profile' },
  SHIFT_GUARDIAN_DATA: { text: '看我的志愿者码', page: 'profile' },
};

function Way({ shift: { can, overlap } }: { shift: ShiftDetail }) {
  if (overlap) {
    return (
      <Button
        kind="plain"
        note={`${overlap.title}，${spokenTime(overlap.startsAt, serverNow())}开始`}
        onTap={() => open('/packages/volunteers/shift/index', { id: overlap.id })}
      >
        看重的那一班
      </Button>
    );
  }
  const way = can.claim && WAYS[can.claim];
  if (!way) return null;
  return (
    <Button kind="plain" onTap={() => open(`/packages/volunteers/${way.page}/index`)}>
      {way.text}
    </Button>
  );
}

/** One tap and I am in it, or in the queue for it. */
export function ClaimAction({ shift }: { shift: ShiftDetail }) {
  const command = useCommand('shifts.claim');
  const words = shift.missing > 0 ? '我来，报名这一班' : '排队候补';
  const note = shift.missing > 0 ? '人满以前先报先得' : `前面有 ${shift.waiting} 人在等，有人退出就按顺序轮`;
  const reason = denial(shift.can.claim);
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={() => command.send({ id: shift.id })} reason={reason} note={note} busyText="正在报名…">
        {words}
      </Button>
      {reason && <Way shift={shift} />}
    </>
  );
}
