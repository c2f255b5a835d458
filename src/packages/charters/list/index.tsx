import type { CharterSummary } from '@contract/charters';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { JoinFirst } from '@/features/overview/join-first';
import { usePlaceSwitch } from '@/features/overview/place-switch';
import { useHome } from '@/features/overview/use-home';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

function Row({ charter }: { charter: CharterSummary }) {
  const { id, title, kindLabel, placeName, current, inForceAt, filingMissing } = charter;
  return (
    <ListItem
      icon="law"
      title={title}
      note={`${kindLabel} · ${placeName} · 第${current}版，${dateText(inForceAt, serverNow())}起`}
      tags={
        filingMissing ? (
          <Tags>
            <Tag tone="clay">○ 还没有登记报备</Tag>
          </Tags>
        ) : undefined
      }
      onTap={() => open('/packages/charters/detail/index', { id })}
    />
  );
}

function Rules({ placeId }: { placeId: string }) {
  const charters = usePages('charters.list', { placeId });
  return (
    <>
      <Loaded of={charters}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon="law" title="这里还没有登记公约、规约" text="社区登记以后，大家在这里看。" />
          ) : (
            <List>
              {items.map((charter) => (
                <Row key={charter.id} charter={charter} />
              ))}
            </List>
          )
        }
      </Loaded>
      {charters.more && (
        <Button kind="quiet" onTap={charters.more}>
          看更多
        </Button>
      )}
      {charters.first?.can.record === null && (
        <Button kind="plain" onTap={() => open('/packages/charters/record/index', { placeId })}>
          登记现行的规约
        </Button>
      )}
    </>
  );
}

/** The written rules that bind a place. */
export default function ChartersPage() {
  const home = useHome();
  const { head, sheet } = usePlaceSwitch(home.data);
  return (
    <Page title="公约、规约" head={head}>
      {sheet}
      <Loaded of={home}>
        {({ place, signedIn }) => (place ? <Rules placeId={place.id} /> : <JoinFirst signedIn={signedIn} />)}
      </Loaded>
    </Page>
  );
}
