import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { usePages } from '@/features/calls/use-pages';
import { Here } from '@/features/overview/here';
import { BookingRow } from '@/features/rooms/booking-row';

function Requests({ placeId }: { placeId: string }) {
  const list = usePages('bookings.queue', { placeId });
  return (
    <>
      <Loaded of={list}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon="check" title="没有等您同意的预约" />
          ) : (
            <List>
              {items.map((one) => (
                <BookingRow key={one.id} booking={one} />
              ))}
            </List>
          )
        }
      </Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
    </>
  );
}

/** Requests that wait for an office, the one whose time runs out first at the top. */
export default function RequestsPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="等同意的预约">
      <Here placeId={placeId}>{(here) => <Requests placeId={here} />}</Here>
    </Page>
  );
}
