import type { Me } from '@contract/members';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ElderSwitch } from '@/components/elder-switch/elder-switch';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { officeWords } from '@/features/members/office-words';
import { relationWords } from '@/features/members/relation-words';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';
import './index.scss';

function Homes({ me }: { me: Me }) {
  const waiting = me.claims.filter((claim) => claim.state === 'pending').length;
  return (
    <Section title="我的房屋" more={{ text: '全部', onTap: () => open('/packages/members/homes/index') }}>
      {me.ties.length === 0 && (
        <Card>
          <Text>{waiting > 0 ? '您的申请正在核对。' : '还没有认领房屋。认领以后可以提议、联名和投票。'}</Text>
          <Button
            onTap={() =>
              open(waiting > 0 ? '/packages/members/homes/index' : '/packages/members/claim/index')
            }
          >
            {waiting > 0 ? '看看到哪一步了' : '认领房屋'}
          </Button>
        </Card>
      )}
      <List>
        {me.ties.map((tie) => (
          <ListItem key={tie.homeId} icon="home" title={tie.label} note={relationWords(tie.relation)} />
        ))}
      </List>
    </Section>
  );
}

function Offices({ me }: { me: Me }) {
  if (me.offices.length === 0) return null;
  return (
    <Section title="我的职务">
      <List>
        {me.offices.map((office) => (
          <ListItem
            key={office.id}
            icon="people"
            title={`${office.placeName} ${officeWords(office.office)}`}
            note={`任期到${dateText(office.untilAt, serverNow())}`}
          />
        ))}
        <ListItem
          icon="desk"
          title="工作台"
          note="等您办的事"
          onTap={() => open('/packages/desk/index/index')}
        />
      </List>
    </Section>
  );
}

function Links({ me }: { me: Me }) {
  const unread = me.unread > 0 ? `${me.unread} 条没看` : undefined;
  return (
    <List>
      <ListItem icon="bell" title="消息" note={unread} onTap={() => open('/packages/messages/inbox/index')} />
      <ListItem
        icon="calendar"
        title="我的预约"
        note="订的场地、排队、签到"
        onTap={() => open('/packages/rooms/mine/index')}
      />
      <ListItem icon="propose" title="我的提议" onTap={() => open('/packages/proposals/mine/index')} />
      <ListItem
        icon="heart"
        title="志愿时长"
        note="做过的班、一共多少小时"
        onTap={() => open('/packages/volunteers/hours/index')}
      />
      <ListItem
        icon="person"
        title="我的志愿档案"
        note="出生日期、特长、报到的地方"
        onTap={() => open('/packages/volunteers/profile/index')}
      />
      <ListItem
        icon="people"
        title="我受托的"
        note="输入委托码，代别人投票"
        onTap={() => open('/packages/proxies/held/index')}
      />
      <ListItem
        icon="lock"
        title="个人信息"
        note="称呼、手机号、信息怎么用"
        onTap={() => open('/packages/members/privacy/index')}
      />
      {LOCAL_BUILD && (
        <ListItem icon="grid" title="组件陈列（只在本机）" onTap={() => open('/packages/gallery/index')} />
      )}
    </List>
  );
}

/** 我的: who I am here, my homes and offices; the elder version in sight at the top. */
export default function MinePage() {
  const me = useMe();
  return (
    <Page title="我的" tab="mine">
      <Loaded of={me}>
        {(shown) => (
          <>
            <View className="mine-head">
              <Text className="mine-name">{shown.name ?? '还没有登录'}</Text>
              <ElderSwitch />
            </View>
            {shown.name === null ? (
              <Card>
                <Text>登录以后可以认领房屋、提议和投票。</Text>
                <Button onTap={() => open('/packages/members/sign-in/index')}>登录</Button>
              </Card>
            ) : (
              <>
                <Homes me={shown} />
                <Offices me={shown} />
                <Links me={shown} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
