import type { DeskView, PlaceChoice } from '@contract/overview';
import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { EntryGrid } from '@/components/entry-grid/entry-grid';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { DeskItems, keyOf } from '@/features/overview/desk-items';
import { open } from '@/services/navigate';

/** What can be begun for the place; each page says itself who may. */
function Entries({ place }: { place: PlaceChoice }) {
  const placeId = place.id;
  const go = (path: string) => () => open(`/packages/${path}/index`, { placeId });
  return (
    <>
      <EntryGrid
        entries={[
          { icon: 'calendar', text: '安排会议', tone: 'brand', onTap: go('meetings/plan') },
          { icon: 'vote', text: '准备表决', tone: 'leaf', onTap: go('motions/draft') },
          { icon: 'key', text: '认领审核', tone: 'clay', onTap: go('desk/claims') },
          { icon: 'people', text: '任职', tone: 'sky', onTap: go('desk/offices') },
        ]}
      />
      <List>
        <ListItem icon="eye" title="待审文字" note="自动检查拿不准的提议和意见" onTap={go('desk/texts')} />
        <ListItem icon="lock" title="操作记录" note="谁在什么时候做了什么" onTap={go('desk/audit')} />
      </List>
    </>
  );
}

function Urgent({ urgent }: DeskView) {
  if (urgent.length === 0) return null;
  return (
    <Section title="三天内要办的" count={`${urgent.length} 件`}>
      <DeskItems items={urgent} />
    </Section>
  );
}

/** The rest by task; what is urgent stands above already. */
function Groups({ urgent, groups }: DeskView) {
  if (groups.length === 0) {
    return <Empty icon="check" title="都办完了" text="有新的事要办，会排在这里。" />;
  }
  const known = new Set(urgent.map(keyOf));
  const rest = groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => !known.has(keyOf(item))),
  }));
  return (
    <>
      {rest
        .filter(({ items }) => items.length > 0)
        .map(({ task, label, count, items }) => (
          <Section key={task} title={label} count={`共 ${count} 件`}>
            <DeskItems items={items} />
          </Section>
        ))}
    </>
  );
}

function Desk({ desk }: { desk: DeskView }) {
  const [placeId, setPlaceId] = useState<string | null>(null);
  const place = desk.places.find(({ id }) => id === placeId) ?? desk.places[0];
  return (
    <>
      <Tags>
        {desk.offices.map((office) => (
          <Tag key={office} tone="sky">
            {office}
          </Tag>
        ))}
      </Tags>
      <Urgent {...desk} />
      {desk.places.length > 1 && (
        <PickField
          label="在哪里办"
          choices={desk.places.map(({ id, name, communityName }) => ({
            id,
            title: name,
            note: communityName,
          }))}
          value={place?.id ?? null}
          onChange={setPlaceId}
        />
      )}
      {place && <Entries place={place} />}
      <Groups {...desk} />
    </>
  );
}

/** 工作台: what is due, by deadline, and what an office can begin. */
export default function DeskPage() {
  const desk = useCall('overview.desk', {}, { refreshEvery: 60_000 });
  return (
    <Page title="工作台">
      <Loaded of={desk} skeleton={<Skeleton count={3} />}>
        {(shown) => <Desk desk={shown} />}
      </Loaded>
    </Page>
  );
}
