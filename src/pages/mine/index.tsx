import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ElderSwitch } from '@/components/elder-switch/elder-switch';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';
import './index.scss';

/** 我的: who I am here, my homes and offices; the elder version in sight at the top. */
export default function MinePage() {
  const me = useMe();
  return (
    <Page title="我的" tab="mine">
      <Loaded of={me}>
        {(data) => (
          <>
            <View className="mine-head">
              <Text className="mine-name">{data.name ?? '还没有登录'}</Text>
              <ElderSwitch />
            </View>
            <Section title="我的房屋">
              {data.ties.length === 0 ? (
                <Card>
                  <Text>还没有认领房屋。认领以后可以提议、附议和投票。</Text>
                </Card>
              ) : (
                <List>
                  {data.ties.map((tie) => (
                    <ListItem key={tie.homeId} icon="home" title={tie.label} />
                  ))}
                </List>
              )}
            </Section>
            {data.offices.length > 0 && (
              <Section title="我的职务">
                <List>
                  {data.offices.map((office) => (
                    <ListItem key={office.id} icon="desk" title={office.placeName} />
                  ))}
                </List>
              </Section>
            )}
          </>
        )}
      </Loaded>
      {LOCAL_BUILD && (
        <List>
          <ListItem icon="grid" title="组件陈列（只在本机）" onTap={() => open('/packages/gallery/index')} />
        </List>
      )}
    </Page>
  );
}
