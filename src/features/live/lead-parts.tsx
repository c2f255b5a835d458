import type { LiveState, LiveView } from '@contract/live';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Sheet } from '@/components/sheet/sheet';
import { PHASE_WORDS } from '@/features/meetings/meeting-words';
import { aria } from '@/services/aria';
import { TimerText } from './live-parts';
import { itemOf, leftText } from './live-words';
import type { Lead } from './use-lead';
import { useSecond } from './use-second';
import './live.scss';

type Desk = NonNullable<LiveView['desk']>;

interface PartProps {
  state: LiveState;
  desk: Desk;
  lead: Lead;
  /** False where this phone only looks on: then nothing is offered. */
  leads: boolean;
}

/** The item, and the way to the one before and after it. */
export function LeadItem({ state, lead, leads }: Omit<PartProps, 'desk'>) {
  const { number, title, before, after } = itemOf(state);
  const to = (id: string | null, none: string) => ({
    onTap: () => (id === null ? undefined : lead.toItem(id)),
    reason: id === null ? none : undefined,
  });
  return (
    <Card>
      <View className="live-small">
        <Text>
          第 {number} 项（共 {state.items.length} 项）
        </Text>
      </View>
      <View className="live-title">
        <Text>{title}</Text>
      </View>
      {leads && (
        <View className="live-turns">
          <Button kind="plain" {...to(before, '已是第一项')}>
            上一项
          </Button>
          <Button kind="plain" {...to(after, '已是最后一项')}>
            下一项
          </Button>
        </View>
      )}
    </Card>
  );
}

const MINUTES = [
  { id: '120', text: '2分钟' },
  { id: '180', text: '3分钟' },
  { id: '300', text: '5分钟' },
] as const;

function Clock({ state, lead }: Pick<PartProps, 'state' | 'lead'>) {
  const [seconds, setSeconds] = useState<(typeof MINUTES)[number]['id']>('180');
  if (state.timer) {
    return (
      <View className="live-turns">
        <Button kind="plain" onTap={() => lead.setTimer('extend', 60)}>
          加1分钟
        </Button>
        <Button kind="plain" onTap={() => lead.setTimer('stop', 60)}>
          停表
        </Button>
      </View>
    );
  }
  return (
    <>
      <Segments label="发言时间" segments={MINUTES} value={seconds} onChange={setSeconds} />
      <Button kind="plain" icon="clock" onTap={() => lead.setTimer('start', Number(seconds))}>
        开始计时
      </Button>
    </>
  );
}

/** Who speaks, the clock, and who waits, with names. */
export function LeadSpeech({ state, desk, lead, leads }: PartProps) {
  const { speaker, timer } = state;
  return (
    <Section title="发言" count={`${desk.queue.length} 人排队`}>
      <Card>
        <View className="live-row">
          <Text className="live-title">{speaker === null ? '还没有叫人' : `${speaker} 号正在发言`}</Text>
          {timer && <TimerText timer={timer} />}
        </View>
        {leads && <Clock state={state} lead={lead} />}
        {leads && speaker !== null && (
          <Button kind="quiet" onTap={() => lead.callNext(false)}>
            没来，跳过
          </Button>
        )}
      </Card>
      {desk.queue.length > 0 && (
        <List>
          {desk.queue.map(({ number, name }) => (
            <ListItem key={number} title={`${number} 号`} right={<Text>{name}</Text>} />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Votes that were announced for this item or came up off the agenda: shown to all, or taken away. */
export function LeadVotes({ state, desk, lead, leads }: PartProps) {
  const here = desk.motions.filter(({ itemId }) => itemId === null || itemId === state.itemId);
  if (here.length === 0) return null;
  const shown = state.vote?.motionId ?? null;
  return (
    <Section title="现在可以表决的">
      {here.map(({ id, title, phase }) => (
        <Card key={id}>
          <ListItem icon="vote" title={title} note={PHASE_WORDS[phase]} />
          {leads && (
            <Button
              kind="plain"
              onTap={() => lead.showVote(shown === id ? null : id)}
              label={shown === id ? `不再显示${title}` : `给大家看${title}`}
            >
              {shown === id ? '不再显示' : '给大家看，请大家投票'}
            </Button>
          )}
        </Card>
      ))}
    </Section>
  );
}

function Code({ code }: { code: NonNullable<Desk['code']> }) {
  const left = code.until - useSecond();
  if (left <= 0) return <Text>这个码过期了，请再取一个。</Text>;
  return (
    <>
      <View className="live-code" {...aria({ label: `配对码 ${[...code.digits].join(' ')}` })}>
        <Text>{code.digits}</Text>
      </View>
      <View className="live-small">
        <Text>还有 {leftText(left)} 有效，只能连一块屏幕</Text>
      </View>
    </>
  );
}

/** How a projector is connected: the address to open, and the code. */
export function LeadScreen({ desk, lead }: Pick<PartProps, 'desk' | 'lead'>) {
  const [opened, setOpened] = useState(false);
  const show = async () => {
    setOpened(true);
    if (!desk.code) await lead.newCode();
  };
  return (
    <Section title="会场大屏" count={desk.screens > 0 ? `已连 ${desk.screens} 块` : undefined}>
      <Button kind="plain" icon="eye" onTap={show}>
        连接大屏
      </Button>
      {opened && (
        <Sheet open title="连接大屏" onClose={() => setOpened(false)}>
          <Text>在会场的电脑上打开坝坝会网页里的“会场大屏”，输入这6个数字：</Text>
          {desk.code ? <Code code={desk.code} /> : <Text>码已经用过，大屏连上了。</Text>}
          {!desk.code && (
            <Button kind="plain" onTap={lead.newCode}>
              再连一块，取新码
            </Button>
          )}
        </Sheet>
      )}
    </Section>
  );
}
