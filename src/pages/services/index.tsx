import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag } from '@/components/tag/tag';
import { open, openTab } from '@/services/navigate';

const OPEN = [
  {
    icon: 'heart',
    title: '志愿服务',
    note: '哪里要人、我的班、志愿队伍',
    onTap: () => open('/packages/volunteers/list/index'),
  },
  {
    icon: 'propose',
    title: '我要提议',
    note: '一句话就可以提',
    onTap: () => open('/packages/proposals/new/index'),
  },
  {
    icon: 'document',
    title: '我的提议',
    note: '看提的事办到哪一步了',
    onTap: () => open('/packages/proposals/mine/index'),
  },
  {
    icon: 'talk',
    title: '会议、表决和决议',
    note: '要开的会、要投的票、办结的事',
    onTap: () => openTab('matters'),
  },
  {
    icon: 'calendar',
    title: '预约场地',
    note: '议事厅、活动室的空闲时间 · 食堂、驿站开没开、离多远',
    onTap: () => open('/packages/rooms/list/index'),
  },
  {
    icon: 'warn',
    title: '紧急维修',
    note: '屋顶、电梯有危险，先修再公布账单',
    onTap: () => open('/packages/repairs/list/index'),
  },
  {
    icon: 'law',
    title: '公约、规约',
    note: '现行的、以前的、改了哪里',
    onTap: () => open('/packages/charters/list/index'),
  },
  {
    icon: 'people',
    title: '定期的会',
    note: '圆桌议事：下一次什么时候，提建议、看答复',
    onTap: () => open('/packages/meetings/series-list/index'),
  },
  {
    icon: 'building',
    title: '驻区单位',
    note: '附近的学校、医院、商户，能提供什么',
    onTap: () => open('/packages/meetings/organisations/index'),
  },
  {
    icon: 'people',
    title: '评选',
    note: '推荐好邻居，有人推荐您也在这里回复',
    onTap: () => open('/packages/nominations/list/index'),
  },
  {
    icon: 'bell',
    title: '消息',
    note: '提的事有进展，会告诉您',
    onTap: () => open('/packages/messages/inbox/index'),
  },
] as const;

// The computer beside a projector; WeChat has no page for it.
const SCREEN =
  process.env.TARO_ENV === 'h5'
    ? ([
        {
          icon: 'eye',
          title: '会场大屏',
          note: '在会场的电脑上打开，输入主持人手机上的6个数字',
          onTap: () => open('/packages/projector/index'),
        },
      ] as const)
    : [];

const LATER = [
  { icon: 'camera', title: '随手反映', note: '看到问题拍一张，马上有人接' },
  { icon: 'law', title: '办事指南', note: '要带什么、到哪里办' },
] as const;

// The citizens' hotline of every Chinese city.
const HOTLINE = '12345';
const callHotline = () => {
  // Putting the phone away again is no error.
  Taro.makePhoneCall({ phoneNumber: HOTLINE }).catch(() => undefined);
};

/** 服务: what can be had here. What is not open yet says so, and what to do meanwhile. */
export default function ServicesPage() {
  return (
    <Page title="服务" tab="services">
      <Section title="现在可以办">
        <List>
          {[...OPEN, ...SCREEN].map((entry) => (
            <ListItem key={entry.title} {...entry} />
          ))}
          <ListItem
            icon="phone"
            title={`打 ${HOTLINE} 政务热线`}
            note="急事先打这个电话"
            onTap={callHotline}
          />
        </List>
      </Section>
      <Section title="还没开通">
        <Notice tone="clay" icon="info" title="下面这些还不能用">
          <Text>公共的事可以先用“我要提议”说，急事请打 {HOTLINE}。</Text>
        </Notice>
        <List>
          {LATER.map((entry) => (
            <ListItem key={entry.title} {...entry} right={<Tag>还没开通</Tag>} />
          ))}
        </List>
      </Section>
    </Page>
  );
}
