import { List, ListItem } from '@/components/list-item/list-item';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag } from '@/components/tag/tag';

const LATER = [
  { icon: 'camera', title: '随手反映', note: '看到问题拍一张，五分钟内有人接' },
  { icon: 'heart', title: '志愿服务', note: '附近的任务和我的班次' },
  { icon: 'calendar', title: '预约场地', note: '议事厅、活动室的空闲时间' },
  { icon: 'place', title: '服务网点', note: '食堂、驿站、卫生站，按远近排' },
  { icon: 'document', title: '办事指南', note: '要带什么、到哪里办' },
] as const;

/** 服务: what can be had here. What is not open yet says so. */
export default function ServicesPage() {
  return (
    <Page title="服务" tab="services">
      <Section title="正在准备">
        <List>
          {LATER.map((entry) => (
            <ListItem key={entry.title} {...entry} right={<Tag>还没开通</Tag>} />
          ))}
        </List>
      </Section>
    </Page>
  );
}
