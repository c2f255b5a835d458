import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { Steps } from '@/components/steps/steps';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { Timeline } from '@/components/timeline/timeline';
import { areaFigure } from '@/services/figures';
import { serverNow } from '@/services/server-clock';
import './gallery.scss';

const HOUR = 3_600_000;
const TWO_THIRDS = { num: 2, den: 3, label: '三分之二' };

const MATTER = [
  {
    id: '1',
    title: '王大姐提出',
    when: '9月2日',
    note: '“车停到消防通道上了，娃儿过路吓人得很”',
    state: 'done',
  },
  { id: '2', title: '43 户附议', when: '9月9日', state: 'done' },
  {
    id: '3',
    title: '分类：共事',
    when: '社区 陈书记 · 9月10日',
    note: '理由：用的是共有场地，要大家商量',
    state: 'done',
  },
  {
    id: '4',
    title: '坝坝会',
    when: '9月26日 · 到会 61 户',
    note: '纪要 · 发言 17 条 · 少数意见 3 条',
    state: 'done',
    onTap: () => undefined,
  },
  { id: '5', title: '第一次表决没有通过', when: '10月2日', note: '面积没有达到三分之二', state: 'failed' },
  { id: '6', title: '施工中', when: '昨天更新', state: 'now' },
  { id: '7', title: '提出人确认后才算办结', state: 'next' },
] as const;

function Bars() {
  return (
    <Card>
      <Text className="gallery-title">要多少人参加才算数</Text>
      <ThresholdBar label="户数" value={69} total={120} unit="户" mark={TWO_THIRDS} missing={11} />
      <ThresholdBar
        label="面积"
        value={801_200}
        total={1_164_050}
        unit="㎡"
        figure={areaFigure}
        mark={TWO_THIRDS}
        met
      />
      <ThresholdBar
        label="同意"
        value={0}
        total={2000}
        unit="户"
        mark={{ num: 1, den: 2, label: '过半数' }}
        missing={null}
      />
    </Card>
  );
}

function Clocks() {
  const now = serverNow();
  return (
    <Card>
      <Countdown label="截止" until={now + 51 * HOUR} from={now - 10 * HOUR} />
      <Countdown label="截止" until={now + 5 * HOUR} from={now - 90 * HOUR} />
      <Countdown label="截止" until={now - HOUR} />
    </Card>
  );
}

export function FiguresRoom() {
  return (
    <>
      <Bars />
      <Section title="时间">
        <Clocks />
      </Section>
      <Section title="进程">
        <Card>
          <Timeline items={MATTER} />
        </Card>
      </Section>
      <Receipt
        title="您已投票"
        secret={{ label: '您投的是', value: '同意', ask: '看我投的是什么' }}
        lines={[
          { label: '时间', value: '11月22日 15:04' },
          { label: '算作', value: '1 人 · 194.36 ㎡' },
        ]}
        code="7KQF M2XD 9RTB"
        next="11月24日 18:00 截止，约一分钟后公布结果"
      />
      <Card>
        <View className="stats">
          <Stat value="412" unit="户" label="已参加" />
          <Stat value="94.2%" label="办结率" tone="leaf" />
          <Stat value="3" unit="件" label="超期" tone="brand" />
        </View>
      </Card>
      <Card>
        <Steps
          steps={[
            { id: 'a', title: '党组织提议', note: '10月8日 已记录', state: 'done' },
            { id: 'b', title: '两委商议', note: '今天要补上会议记录', state: 'now' },
            { id: 'c', title: '代表会议决议', note: '前一步没有完成，还不能开', state: 'blocked' },
            { id: 'd', title: '公开结果', state: 'later' },
            { id: 'e', title: '告知居委会', note: '缺这一步', state: 'missing' },
          ]}
        />
      </Card>
    </>
  );
}
