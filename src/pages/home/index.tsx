import { Text, View } from '@tarojs/components';
import { EntryGrid } from '@/components/entry-grid/entry-grid';
import { Card } from '@/components/card/card';
import { ElderSwitch } from '@/components/elder-switch/elder-switch';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useMe } from '@/features/members/use-me';
import { openTab } from '@/services/navigate';
import './index.scss';

const ENTRIES = [
  { icon: 'propose', text: '我要提议', tone: 'brand', onTap: () => openTab('matters') },
  { icon: 'camera', text: '随手反映', tone: 'clay', onTap: () => openTab('services') },
  { icon: 'heart', text: '志愿服务', tone: 'leaf', onTap: () => openTab('services') },
  { icon: 'calendar', text: '预约场地', tone: 'sky', onTap: () => openTab('services') },
] as const;

/** 首页: what waits for me, by deadline; the four ways in; what was said and done. */
export default function HomePage() {
  const me = useMe();
  const place = me.data?.places.find(({ home }) => home);
  return (
    <Page title={place?.name ?? '坝坝会'} tab="home">
      <View className="home-greeting">
        <View className="home-who">
          <View className="home-name">
            <Text>{me.data?.name ? `${me.data.name}，您好` : '您好'}</Text>
          </View>
          <View className="home-place">
            <Text>{me.data && (me.data.ties[0]?.label ?? '还没有认领房屋')}</Text>
          </View>
        </View>
        <ElderSwitch />
      </View>
      <Section title="待我参与">
        <Loaded of={me} skeleton={<Skeleton count={2} />}>
          {() => (
            <Card>
              <Text>现在没有等您办的事。有表决、开会或要您确认的事，会排在这里。</Text>
            </Card>
          )}
        </Loaded>
      </Section>
      <EntryGrid entries={ENTRIES} />
    </Page>
  );
}
