import type { VenueKind, VenueSummary } from '@contract/venues';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { Here } from '@/features/overview/here';
import { OpenTag } from '@/features/rooms/open-tag';
import { kindChoices } from '@/features/rooms/room-words';
import { distanceText, metresBetween, type Position } from '@/services/distance';
import { whereAmI } from '@/services/location';
import { open } from '@/services/navigate';

/** Behind all whose distance is known. */
const FAR = Number.MAX_SAFE_INTEGER;
const ALL = { id: 'all', title: '全部' } as const;

type Placed = VenueSummary & { metres: number | null };

/** Nearest first where the place of both is known; the rest keep the server's order behind them. */
function placed(venues: readonly VenueSummary[], here: Position | null): Placed[] {
  const all = venues.map((venue) => ({
    ...venue,
    metres: here && venue.position ? metresBetween(here, venue.position) : null,
  }));
  return all.sort((a, b) => (a.metres ?? FAR) - (b.metres ?? FAR));
}

function VenueRow({ venue }: { venue: Placed }) {
  const { id, name, kindLabel, address, stepFree, metres, now } = venue;
  const far = metres === null ? [] : [distanceText(metres)];
  return (
    <ListItem
      title={name}
      note={[now.words, ...far, address].join(' · ')}
      spoken={[kindLabel, stepFree && '无台阶'].filter(Boolean).join('，')}
      tags={
        <Tags>
          <OpenTag now={now} />
          <Tag>{kindLabel}</Tag>
          {stepFree && <Tag tone="sky">无台阶</Tag>}
        </Tags>
      }
      onTap={() => open('/packages/rooms/venue/index', { id })}
    />
  );
}

function Nearness({ here, onHere }: { here: Position | null; onHere: (here: Position) => void }) {
  const [refused, setRefused] = useState(false);
  const find = async () => {
    const found = await whereAmI();
    setRefused(found === null);
    if (found) onHere(found);
  };
  if (here) return null;
  return (
    <>
      <Button kind="plain" icon="place" onTap={find} busyText="正在找您的位置…">
        按远近排
      </Button>
      {refused && (
        <Notice
          tone="clay"
          icon="info"
          title="没有拿到您的位置，先不分远近。要按远近排，请在手机里允许使用位置。"
        />
      )}
    </>
  );
}

function Venues({ placeId }: { placeId: string }) {
  const [kind, setKind] = useState<VenueKind | 'all'>('all');
  const [here, setHere] = useState<Position | null>(null);
  const list = usePages('venues.list', { placeId, kind: kind === 'all' ? null : kind });
  const keep = list.first?.can.keep === null;
  return (
    <>
      <PickField label="哪一种地方" choices={[ALL, ...kindChoices]} value={kind} onChange={setKind} />
      <Loaded of={list}>
        {(venues) =>
          venues.length === 0 ? (
            <Empty
              icon="building"
              title="这里还没有登记这种地方"
              text="社区登记以后，开门时间、怎么预约，都在这里。"
            />
          ) : (
            <>
              {venues.some(({ position }) => position) && <Nearness here={here} onHere={setHere} />}
              <List>
                {placed(venues, here).map((venue) => (
                  <VenueRow key={venue.id} venue={venue} />
                ))}
              </List>
            </>
          )
        }
      </Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
      {keep && (
        <Button icon="plus" onTap={() => open('/packages/rooms/keep-venue/index', { placeId })}>
          登记一个地方
        </Button>
      )}
    </>
  );
}

/** Places with rooms and services: what kind, open now or when, how far after a tap. */
export default function VenuesPage() {
  const { placeId } = useRouter().params;
  return (
    <Page
      title="场地和网点"
      bottom={
        <Button kind="plain" icon="calendar" onTap={() => open('/packages/rooms/mine/index')}>
          我的预约
        </Button>
      }
    >
      <Here placeId={placeId}>{(here) => <Venues placeId={here} />}</Here>
    </Page>
  );
}
