import type { SeriesList } from '@contract/series';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { Here } from '@/features/overview/here';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';

function Rows({ items }: Pick<SeriesList, 'items'>) {
  if (items.length === 0) {
    return (
      <Empty
        icon="talk"
        title="这里还没有定期的会"
        text="社区安排以后，下一次什么时候开、提建议，都在这里。"
      />
    );
  }
  return (
    <List>
      {items.map(({ id, title, rhythm, placeName, formName, nextOn }) => (
        <ListItem
          key={id}
          title={title}
          note={[placeName, rhythm, nextOn ? `下一次 ${dayText(nextOn, serverNow())}` : '已停办'].join(' · ')}
          tags={
            <Tags>
              <Tag tone={nextOn ? 'brand' : 'stone'}>{formName}</Tag>
            </Tags>
          }
          onTap={() => open('/packages/meetings/series/index', { id })}
        />
      ))}
    </List>
  );
}

function Series({ placeId }: { placeId: string }) {
  const list = usePages('series.list', { placeId });
  return (
    <>
      <Loaded of={list}>{(items) => <Rows items={items} />}</Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
      {list.first?.can.plan === null && (
        <Button icon="plus" onTap={() => open('/packages/meetings/series-plan/index', { placeId })}>
          安排一个定期的会
        </Button>
      )}
    </>
  );
}

/** Meetings that come again in a place: 圆桌议事 and the like. */
export default function SeriesListPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="定期的会">
      <Here placeId={placeId}>{(here) => <Series placeId={here} />}</Here>
    </Page>
  );
}
