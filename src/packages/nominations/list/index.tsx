import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { PHASES } from '@/features/nominations/nomination-words';
import { JoinFirst } from '@/features/overview/join-first';
import { usePlaceSwitch } from '@/features/overview/place-switch';
import { useHome } from '@/features/overview/use-home';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Rounds({ placeId }: { placeId: string }) {
  const rounds = usePages('nominations.rounds', { placeId });
  return (
    <Loaded of={rounds}>
      {(rows) => (
        <>
          {rows.length === 0 && (
            <Empty icon="heart" title="现在没有评选" text="社区发起以后，会通知大家来推荐。" />
          )}
          <List>
            {rows.map(({ id, title, placeName, phase, closesAt, candidates }) => (
              <ListItem
                key={id}
                title={title}
                note={`${placeName} · ${dateTimeText(closesAt, serverNow())}前推荐 · 候选人${candidates}位`}
                tags={
                  <Tags>
                    <Tag tone={PHASES[phase].tone}>{PHASES[phase].text}</Tag>
                  </Tags>
                }
                onTap={() => open('/packages/nominations/round/index', { id })}
              />
            ))}
          </List>
          {rounds.more && (
            <Button kind="quiet" onTap={rounds.more}>
              再看一些
            </Button>
          )}
          <Button kind="plain" onTap={() => open('/packages/nominations/invitation/index')}>
            有人推荐我
          </Button>
          {rounds.first?.can.open === null && (
            <Button kind="plain" onTap={() => open('/packages/nominations/open/index', { placeId })}>
              发起评选
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** The rounds of a place, the latest first. */
export default function RoundsPage() {
  const home = useHome();
  const { head, sheet } = usePlaceSwitch(home.data);
  return (
    <Page title="评选" head={head}>
      {sheet}
      <Loaded of={home}>
        {({ place, signedIn }) => (place ? <Rounds placeId={place.id} /> : <JoinFirst signedIn={signedIn} />)}
      </Loaded>
    </Page>
  );
}
