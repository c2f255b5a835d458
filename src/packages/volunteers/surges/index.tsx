import type { SurgeView } from '@contract/surges';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { PlaceOfService } from '@/features/volunteers/place-of-service';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Row({ surge: { id, text, where, askedAt, state, counts } }: { surge: SurgeView }) {
  return (
    <ListItem
      title={text}
      note={[where, `${dateTimeText(askedAt, serverNow())}发出`, `${counts.coming} 人能来`].join(' · ')}
      spoken={state === 'open' ? '正在召集' : '结束了'}
      tags={
        <Tags>
          <Tag tone={state === 'open' ? 'brand' : 'stone'} icon={state === 'open' ? 'bell' : 'check'}>
            {state === 'open' ? '正在召集' : '结束了'}
          </Tag>
        </Tags>
      }
      onTap={() => open('/packages/volunteers/surge/index', { id })}
    />
  );
}

function Surges({ placeId }: { placeId: string }) {
  const surges = useCall('surges.list', { placeId });
  return (
    <Loaded of={surges}>
      {({ items, can }) => (
        <>
          {items.length === 0 && (
            <Empty icon="bell" title="最近没有紧急召集" text="下大雨、停水这样的急事，社区会问谁能来。" />
          )}
          <List>
            {items.map((surge) => (
              <Row key={surge.id} surge={surge} />
            ))}
          </List>
          {can.call === null && (
            <Button icon="bell" onTap={() => open('/packages/volunteers/surge-call/index', { placeId })}>
              发出紧急召集
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Calls for help of a place: open ones, and those of the last days. */
export default function SurgesPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="紧急召集">
      <PlaceOfService placeId={placeId}>{(here) => <Surges placeId={here} />}</PlaceOfService>
    </Page>
  );
}
