import type { MyBookings } from '@contract/bookings';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { usePages } from '@/features/calls/use-pages';
import { BookingRow } from '@/features/rooms/booking-row';
import { open } from '@/services/navigate';

const WHEN = [
  { id: 'coming', text: '还没到的' },
  { id: 'past', text: '以前的' },
] as const;
type When = (typeof WHEN)[number]['id'];

const book = () => open('/packages/rooms/list/index');

function Bookings({ items, when }: { items: MyBookings['items']; when: When }) {
  if (items.length === 0) {
    return when === 'coming' ? (
      <Empty icon="calendar" title="您现在没有预约" action={{ text: '去看场地', onTap: book }} />
    ) : (
      <Empty icon="calendar" title="以前没有预约过" />
    );
  }
  // What waits for an answer cannot wait for its day.
  const urgent = items.filter(({ state }) => state === 'offered' || state === 'displaced');
  const rest = items.filter((one) => !urgent.includes(one));
  return (
    <>
      {when === 'coming' && urgent.length > 0 && (
        <Section title="请您看一看" count={`${urgent.length} 个`}>
          <List>
            {urgent.map((one) => (
              <BookingRow key={one.id} booking={one} />
            ))}
          </List>
        </Section>
      )}
      <List>
        {(when === 'coming' ? rest : items).map((one) => (
          <BookingRow key={one.id} booking={one} />
        ))}
      </List>
    </>
  );
}

function Quotas({ quotas }: Pick<MyBookings, 'quotas'>) {
  if (quotas.length === 0) return null;
  return (
    <Section title="还能订几次">
      <List>
        {quotas.map(({ roomId, roomName, home, month, left, of }) => (
          <ListItem
            key={`${roomId} ${home} ${month}`}
            title={roomName}
            note={`${home} · ${Number(month.slice(5))}月一共 ${of} 次`}
            right={`还有 ${left} 次`}
          />
        ))}
      </List>
    </Section>
  );
}

/** My bookings: what comes and waits for me, and what is over. */
export default function MyBookingsPage() {
  const [when, setWhen] = useState<When>('coming');
  const list = usePages('bookings.mine', { when });
  return (
    <Page title="我的预约" bottom={<Button onTap={book}>预约场地</Button>}>
      <Segments label="看哪些" segments={WHEN} value={when} onChange={setWhen} />
      <Loaded of={list}>{(items) => <Bookings items={items} when={when} />}</Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
      {when === 'coming' && list.first && <Quotas quotas={list.first.quotas} />}
    </Page>
  );
}
