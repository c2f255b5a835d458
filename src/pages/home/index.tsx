import type { HomeView } from '@contract/overview';
import { Text, View } from '@tarojs/components';
import { ElderSwitch } from '@/components/elder-switch/elder-switch';
import { EntryGrid } from '@/components/entry-grid/entry-grid';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { officeWords } from '@/features/members/office-words';
import { useMe } from '@/features/members/use-me';
import { FinishedMatters, Notices } from '@/features/overview/board';
import { JoinFirst } from '@/features/overview/join-first';
import { usePlaceSwitch } from '@/features/overview/place-switch';
import { TodoCards } from '@/features/overview/todo-cards';
import { useHome } from '@/features/overview/use-home';
import { useElder } from '@/services/elder';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { greetingText } from '@/services/time';
import './index.scss';

// What neighbours come for beside their votes; each tile leads to something that can be done there today.
const ENTRIES = [
  { page: 'proposals/new', icon: 'propose', text: '我要提议', elder: '我有话说', tone: 'brand' },
  { page: 'meetings/series-list', icon: 'talk', text: '定期的会', elder: '定期开会', tone: 'clay' },
  { page: 'volunteers/list', icon: 'heart', text: '志愿服务', elder: '我来帮忙', tone: 'leaf' },
  { page: 'rooms/list', icon: 'calendar', text: '预约场地', elder: '订个场地', tone: 'sky' },
] as const;

function Greeting() {
  const { data: me } = useMe();
  const elder = useElder();
  const hello = elder ? '您好' : greetingText(serverNow());
  const office = me?.offices[0];
  const who = [me?.ties[0]?.label, office && `${office.placeName} ${officeWords(office.office)}`];
  return (
    <View className="home-greeting">
      <View className="home-who">
        <View className="home-name">
          <Text>{me?.name ? `${me.name}，${hello}` : hello}</Text>
        </View>
        <View className="home-place">
          <Text>{who.filter(Boolean).join(' · ')}</Text>
        </View>
      </View>
      <ElderSwitch />
    </View>
  );
}

/** Beside what is to be done: messages that wait, and the way to the desk for whoever holds an office. */
function Ways({ unread, desk }: HomeView) {
  if (unread === 0 && !desk) return null;
  return (
    <List>
      {unread > 0 && (
        <ListItem
          icon="bell"
          title={`${unread} 条新消息`}
          onTap={() => open('/packages/messages/inbox/index')}
        />
      )}
      {desk && (
        <ListItem
          icon="desk"
          title="工作台"
          note="要您办理的事"
          onTap={() => open('/packages/desk/index/index')}
        />
      )}
    </List>
  );
}

function Todo({ todo, place, signedIn }: HomeView) {
  if (!place && todo.length === 0) return <JoinFirst signedIn={signedIn} />;
  return (
    <Section title="待我参与" count={todo.length > 0 ? `${todo.length} 件` : undefined}>
      <TodoCards cards={todo} here={place?.name ?? ''} />
    </Section>
  );
}

/** 首页: what waits for me, by deadline; the four ways in; what was said and done. */
export default function HomePage() {
  const home = useHome();
  const elder = useElder();
  const { head, sheet } = usePlaceSwitch(home.data);
  const entries = ENTRIES.map(({ page, ...entry }) => ({
    ...entry,
    text: elder ? entry.elder : entry.text,
    onTap: () => open(`/packages/${page}/index`),
  }));
  return (
    <Page title="首页" tab="home" head={head}>
      {sheet}
      <Greeting />
      <Loaded of={home} skeleton={<Skeleton count={2} />}>
        {(shown) => (
          <>
            <Todo {...shown} />
            <Ways {...shown} />
          </>
        )}
      </Loaded>
      <EntryGrid entries={entries} />
      {home.data && (
        <>
          <Notices notices={home.data.notices} />
          <FinishedMatters finished={home.data.finished} />
        </>
      )}
    </Page>
  );
}
