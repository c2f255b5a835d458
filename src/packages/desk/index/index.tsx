import type { DeskEntry, DeskPlace, DeskView } from '@contract/overview';
import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { type Entry, EntryGrid } from '@/components/entry-grid/entry-grid';
import type { IconName } from '@/components/icon/icon';
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

type Way = { icon: IconName; text: string; path: string };

const LARGE: Partial<Record<DeskEntry, Way & { tone: Entry['tone'] }>> = {
  'plan-meeting': { icon: 'calendar', text: '安排会议', tone: 'brand', path: 'meetings/plan' },
  'draft-motion': { icon: 'vote', text: '准备表决', tone: 'leaf', path: 'motions/draft' },
  claims: { icon: 'key', text: '认领审核', tone: 'clay', path: 'desk/claims' },
  offices: { icon: 'people', text: '任职', tone: 'sky', path: 'desk/offices' },
};
const ROWS: Partial<Record<DeskEntry, Way & { note: string }>> = {
  register: {
    icon: 'building',
    text: '名册',
    note: '房屋和业主：导入、查看、打印认领纸条',
    path: 'register/index',
  },
  series: {
    icon: 'talk',
    text: '定期的会',
    note: '圆桌议事：收建议、备会议、一条条答复',
    path: 'meetings/series-list',
  },
  'meeting-forms': { icon: 'edit', text: '会议叫法', note: '给这里的“三会”起名字', path: 'meetings/forms' },
  organisations: {
    icon: 'building',
    text: '驻区单位',
    note: '学校、医院、商户：开会可以请来',
    path: 'meetings/organisations',
  },
  venues: {
    icon: 'calendar',
    text: '场地和预约',
    note: '登记场地、开放时间、谁能订、签到码',
    path: 'rooms/list',
  },
  volunteers: {
    icon: 'heart',
    text: '志愿服务',
    note: '建队伍、发布任务、排班、紧急召集',
    path: 'volunteers/list',
  },
  'held-texts': { icon: 'eye', text: '待审文字', note: '自动检查拿不准的提议和意见', path: 'desk/texts' },
  'local-profile': {
    icon: 'law',
    text: '本地办法',
    note: '手机表决算不算数、通知几天、谁确认的',
    path: 'paths/profile',
  },
  audit: { icon: 'lock', text: '操作记录', note: '谁在什么时候做了什么', path: 'desk/audit' },
};

/** What the caller's offices can begin or look through for the place. */
function Entries({ place: { id: placeId, may } }: { place: DeskPlace }) {
  const go = (path: string) => () => open(`/packages/${path}/index`, { placeId });
  const large = may.flatMap((entry) => LARGE[entry] ?? []);
  const rows = may.flatMap((entry) => ROWS[entry] ?? []);
  return (
    <>
      {large.length > 0 && (
        <EntryGrid entries={large.map(({ path, ...entry }) => ({ ...entry, onTap: go(path) }))} />
      )}
      {rows.length > 0 && (
        <List>
          {rows.map(({ path, text, ...row }) => (
            <ListItem key={path} {...row} title={text} onTap={go(path)} />
          ))}
        </List>
      )}
    </>
  );
}

function Urgent({ urgent, groups }: DeskView) {
  if (urgent.length === 0) return null;
  const tasks = new Map(groups.flatMap(({ label, items }) => items.map((item) => [keyOf(item), label])));
  return (
    <Section title="三天内要办的" count={`${urgent.length} 件`}>
      <DeskItems items={urgent} tasks={tasks} />
    </Section>
  );
}

/** The rest by task; what is urgent stands above already. */
function Groups({ urgent, groups }: DeskView) {
  if (groups.length === 0) {
    return <Empty icon="check" title="都办完了" text="有新的事要办，会排在这里。" />;
  }
  const known = new Set(urgent.map(keyOf));
  const rest = groups.map((group) => {
    const items = group.items.filter((item) => !known.has(keyOf(item)));
    return { ...group, items, count: group.count - (group.items.length - items.length) };
  });
  return (
    <>
      {rest
        .filter(({ items }) => items.length > 0)
        .map(({ label, count, items }) => (
          <Section key={label} title={label} count={`共 ${count} 件`}>
            <DeskItems items={items} />
          </Section>
        ))}
    </>
  );
}

function Desk({ desk }: { desk: DeskView }) {
  const [placeId, setPlaceId] = useState<string | null>(null);
  const places = desk.places.filter(({ may }) => may.length > 0);
  const place = places.find(({ id }) => id === placeId) ?? places[0];
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
      {places.length > 1 && (
        <PickField
          label="在哪里办"
          choices={places.map(({ id, name, communityName }) => ({
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
