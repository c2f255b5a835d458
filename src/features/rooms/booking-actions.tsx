import type { BookingView } from '@contract/bookings';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { CancelBooking } from './cancel-booking';

type Can = BookingView['can'];

/** Refusals that say that this is none of the caller's, or over: a button for it would only be in the way. */
const NEVER: readonly (string | null)[] = ['NOT_ALLOWED', 'NOT_AUTHOR', 'BOOKING_STAGE', 'NOT_FOUND'];
const offered = (code: Can[keyof Can]) => !NEVER.includes(code);

/** Over without having been used: the same room has other times. What was put out has its own list of them. */
const LOST: readonly BookingView['state'][] = ['cancelled', 'rejected', 'declined', 'expired'];

/** What the booker does with it now: take an offer, check in, choose another time once it is lost. */
export function BookingMain({ booking }: { booking: BookingView }) {
  const { id, roomId, can, mine, state } = booking;
  const accept = useCommand('bookings.accept');
  const decline = useCommand('bookings.decline');
  const error = accept.error ?? decline.error;
  if (mine && offered(can.accept)) {
    return (
      <>
        {error && <ErrorBox error={error} />}
        <Button onTap={() => accept.send({ id })} reason={denial(can.accept)}>
          要这个时段
        </Button>
        <Button kind="quiet" onTap={() => decline.send({ id })} reason={denial(can.decline)}>
          不要了，让给后面的人
        </Button>
      </>
    );
  }
  if (mine && LOST.includes(state)) {
    return <Button onTap={() => open('/packages/rooms/room/index', { id: roomId })}>看这一间别的时间</Button>;
  }
  if (!mine || !offered(can.checkIn)) return null;
  return (
    <Button onTap={() => open('/packages/rooms/check-in/index', { id })} reason={denial(can.checkIn)}>
      到了，签到
    </Button>
  );
}

function Unwait({ booking: { id, can } }: { booking: BookingView }) {
  const command = useCommand('bookings.unwait');
  if (!offered(can.unwait)) return null;
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="plain" onTap={() => command.send({ id })} reason={denial(can.unwait)}>
        不排队了
      </Button>
    </>
  );
}

/** Moving, cancelling, leaving the waitlist. */
export function BookingSteps({ booking }: { booking: BookingView }) {
  const { id, roomId, on, from, to, can, mine, state } = booking;
  const [cancelling, setCancelling] = useState(false);
  const move = () =>
    open('/packages/rooms/room/index', { id: roomId, move: id, on, from: String(from), to: String(to) });
  return (
    <>
      {offered(can.move) && (
        <Button kind="plain" icon="edit" onTap={move} reason={denial(can.move)}>
          改时间
        </Button>
      )}
      {offered(can.cancel) && (mine || state !== 'pending') && (
        <Button kind="danger" onTap={() => setCancelling(true)} reason={denial(can.cancel)}>
          取消预约
        </Button>
      )}
      <Unwait booking={booking} />
      {cancelling && <CancelBooking booking={booking} onClose={() => setCancelling(false)} />}
    </>
  );
}

/** What an office answers: agree, refuse with a reason, take a no-show back. */
export function OfficeSteps({ booking }: { booking: BookingView }) {
  const { id, revision, can } = booking;
  const [asking, setAsking] = useState<'reject' | 'undo' | null>(null);
  const approve = useCommand('bookings.approve');
  const reject = useCommand('bookings.reject');
  const undo = useCommand('bookings.undoNoShow');
  const close = () => setAsking(null);
  return (
    <>
      {approve.error && <ErrorBox error={approve.error} />}
      {offered(can.approve) && (
        <Button onTap={() => approve.send({ id, revision })} reason={denial(can.approve)}>
          同意预约
        </Button>
      )}
      {offered(can.reject) && (
        <Button kind="plain" onTap={() => setAsking('reject')} reason={denial(can.reject)}>
          不同意
        </Button>
      )}
      {offered(can.undoNoShow) && (
        <Button kind="plain" onTap={() => setAsking('undo')} reason={denial(can.undoNoShow)}>
          其实来了，更正
        </Button>
      )}
      {asking === 'reject' && (
        <ReasonSheet
          draft={`reject-booking:${id}`}
          title="不同意这个预约吗？"
          text="预约的人会收到消息，看得到原因。"
          confirm="不同意"
          label="不同意的原因"
          max={100}
          error={reject.error}
          onSend={(reason) => reject.send({ id, revision, reason })}
          onClose={close}
        />
      )}
      {asking === 'undo' && (
        <ReasonSheet
          draft={`undo-no-show:${id}`}
          title="更正成来过了吗？"
          text="这一次不再记成没有来。"
          confirm="更正"
          label="原因"
          max={100}
          error={undo.error}
          onSend={(reason) => undo.send({ id, revision, reason })}
          onClose={close}
        />
      )}
    </>
  );
}
