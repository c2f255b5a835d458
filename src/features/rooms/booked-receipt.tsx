import type { Booked, BookingView } from '@contract/bookings';
import { Button } from '@/components/button/button';
import { List, ListItem } from '@/components/list-item/list-item';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { open, replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import { BookingRow } from './booking-row';
import { whenText } from './room-words';

const mine = () => replaceWith('/packages/rooms/mine/index');

function nextWords({ state, stateWords, can }: BookingView): string {
  if (state === 'pending') return `${stateWords}。结果会发消息告诉您。`;
  return can.cancel === null ? '用不了时请早点取消，让给别人。到了扫门口的码签到。' : stateWords;
}

function Skipped({ skipped }: Pick<Booked, 'skipped'>) {
  if (skipped.length === 0) return null;
  return (
    <Section title="没有订上的" count={`${skipped.length} 次`}>
      <List>
        {skipped.map(({ on, words }) => (
          <ListItem key={on} icon="cross" title={dayText(on, serverNow())} note={words} />
        ))}
      </List>
    </Section>
  );
}

/** After booking: what was booked, what was not and why, what comes next. */
export function BookedReceipt({ booked: { bookings, skipped } }: { booked: Booked }) {
  const [first] = bookings;
  const title = bookings.length > 1 ? `订好了 ${bookings.length} 次` : '订好了';
  return (
    <Page title="预约场地" bottom={<Button onTap={mine}>看我的预约</Button>}>
      {first && (
        <Receipt
          title={first.state === 'pending' ? '已申请，等社区同意' : title}
          mark={first.state === 'pending' ? 'clock' : 'check'}
          lines={[
            { label: bookings.length > 1 ? '第一次' : '时间', value: whenText(first) },
            { label: '地点', value: `${first.venueName} ${first.roomName}` },
            { label: '地址', value: first.address },
            { label: '用途', value: `${first.label}，${first.people} 人` },
          ]}
          next={nextWords(first)}
        />
      )}
      {bookings.length > 1 && (
        <Section title="订上的" count={`${bookings.length} 次`}>
          <List>
            {bookings.map((booking) => (
              <BookingRow key={booking.id} booking={booking} />
            ))}
          </List>
        </Section>
      )}
      <Skipped skipped={skipped} />
      {first && bookings.length === 1 && (
        <Button kind="plain" onTap={() => open('/packages/rooms/booking/index', { id: first.id })}>
          看这个预约
        </Button>
      )}
    </Page>
  );
}

/** After joining a waitlist. */
export function WaitingReceipt({ waiting }: { waiting: BookingView }) {
  return (
    <Page title="预约场地" bottom={<Button onTap={mine}>看我的预约</Button>}>
      <Receipt
        title="排上队了"
        mark="clock"
        lines={[
          { label: '时段', value: whenText(waiting) },
          { label: '地点', value: `${waiting.venueName} ${waiting.roomName}` },
        ]}
        next="空出来先留给排在前面的人。轮到您会发消息，请在消息里写的时间以前说要不要。"
      />
    </Page>
  );
}
