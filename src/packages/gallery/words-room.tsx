import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { EntryGrid } from '@/components/entry-grid/entry-grid';
import { ICON_NAMES, Icon } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { PersonLine } from '@/components/person-line/person-line';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { serverNow } from '@/services/server-clock';
import './gallery.scss';

const HOUR = 3_600_000;
const nothing = () => undefined;

function Buttons() {
  return (
    <Section title="按钮">
      <Button>去投票</Button>
      <Button kind="plain">我要补充或反映问题</Button>
      <Button kind="danger" icon="trash">
        撤回这条提议
      </Button>
      <Button kind="quiet">先不</Button>
      <Button reason="请先在“我的”里认领您的房屋，通过以后就可以办了。">去投票</Button>
      <Button onTap={() => new Promise((resolve) => setTimeout(resolve, 3000))}>点一下会忙三秒</Button>
    </Section>
  );
}

function Cards() {
  const now = serverNow();
  return (
    <Section title="待我参与" count="3 件">
      <Card urgent>
        <Tags>
          <Tag tone="brand">表决中</Tag>
          <Tag>预表决</Tag>
          <Tag tone="leaf" icon="check">
            赞成
          </Tag>
        </Tags>
        <Text className="gallery-title">3 栋加装电梯方案与分摊比例</Text>
        <Countdown label="截止" until={now + 51 * HOUR} from={now - 100 * HOUR} />
        <Button>去投票</Button>
      </Card>
      <Card onTap={nothing} label="坝坝会">
        <Tag tone="leaf">今晚7:30</Tag>
        <Text className="gallery-title">坝坝会：东门外空地改建生态停车位与非机动车棚、增设充电桩的方案</Text>
        <PersonLine label="现在由" role="物业" name="刘经理" since="已 6 天" />
      </Card>
      <Card tone="leaf">
        <Text className="gallery-title">您可以投票</Text>
        <Text className="gallery-small">您家 2 套房（3-2-501、3-2-602）合计 194.36 ㎡，算 1 人、1 票</Text>
      </Card>
    </Section>
  );
}

function Rows() {
  return (
    <Section title="说了算数" more={{ text: '全部', onTap: nothing }}>
      <List>
        <ListItem title="我的房屋" note="3 栋 2 单元 501 · 业主代表" icon="home" onTap={nothing} />
        <ListItem
          title="东门外空地改建生态停车位与非机动车棚"
          note="已办结 · 11月3日"
          onTap={nothing}
          tags={<Tag tone="leaf">已办结</Tag>}
        />
        <ListItem title="志愿服务" right={<Tag>还没开通</Tag>} />
      </List>
    </Section>
  );
}

export function WordsRoom() {
  return (
    <>
      <Cards />
      <EntryGrid
        entries={[
          { icon: 'propose', text: '我要提议', tone: 'brand', onTap: nothing },
          { icon: 'camera', text: '随手反映', tone: 'clay', onTap: nothing },
          { icon: 'heart', text: '志愿服务', tone: 'leaf', onTap: nothing },
          { icon: 'calendar', text: '预约场地', tone: 'sky', onTap: nothing },
        ]}
      />
      <Rows />
      <Buttons />
      <Section title="标签">
        <Tags>
          <Tag tone="brand">表决中</Tag>
          <Tag tone="leaf">已办结</Tag>
          <Tag tone="clay">等您确认</Tag>
          <Tag tone="sky">3 栋 2 单元</Tag>
          <Tag>共事</Tag>
        </Tags>
      </Section>
      <Section title="图标">
        <View className="gallery-icons">
          {ICON_NAMES.map((name) => (
            <Icon key={name} name={name} label={name} className="gallery-icon" />
          ))}
        </View>
      </Section>
    </>
  );
}
