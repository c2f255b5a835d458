import type { LiveState, LiveVote } from '@contract/live';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { clockText } from '@/services/time';
import { countText } from '@/services/figures';
import { open } from '@/services/navigate';
import {
  castWords,
  endWords,
  itemOf,
  leftText,
  lineWords,
  OLD_MS,
  standWords,
  voteStand,
} from './live-words';
import { useSecond } from './use-second';
import './live.scss';

/** Since when what is shown is old: nothing is said while answers come. */
export function OldNotice({ answeredAt }: { answeredAt: number }) {
  const now = useSecond();
  if (answeredAt === 0 || now - answeredAt < OLD_MS) return null;
  return (
    <Notice tone="clay" icon="offline" title={`网络不通，这是 ${clockText(answeredAt)} 的情况`}>
      <Text>正在自动重连，不用退出。</Text>
    </Notice>
  );
}

export function ItemCard({ state }: { state: LiveState }) {
  const item = itemOf(state);
  if (state.stage === 'ended') {
    return <Notice tone="stone" icon="info" title={endWords(state)} />;
  }
  return (
    <Card>
      <View className="live-small">
        <Text>
          现在是第 {item.number} 项（共 {state.items.length} 项）
        </Text>
      </View>
      <View className="live-title">
        <Text>{item.title}</Text>
      </View>
    </Card>
  );
}

/** What is left of the speech; the phone only shows it (LIVE-5). */
export function TimerText({ timer }: { timer: NonNullable<LiveState['timer']> }) {
  const left = timer.until - useSecond();
  return <Text className="live-clock">{left > 0 ? leftText(left) : '时间到'}</Text>;
}

/** Who speaks and who waits, as numbers. */
export function SpeechCard({ state }: { state: LiveState }) {
  const { speaker, timer, waiting } = state;
  return (
    <Card>
      <View className="live-row">
        <Text className="live-title">{speaker === null ? '现在没有叫号' : `请 ${speaker} 号发言`}</Text>
        {timer && <TimerText timer={timer} />}
      </View>
      <View className="live-small">
        <Text>{waiting.length === 0 ? '没有人排队' : `还有 ${waiting.length} 人排队`}</Text>
      </View>
    </Card>
  );
}

function Cast({ vote }: { vote: LiveVote }) {
  if (!vote.result) return null;
  return (
    <>
      <View className="live-title">
        <Text>{vote.result.words}</Text>
      </View>
      {vote.result.cast.map((one) => (
        <View key={one.choice} className="live-row">
          <Text>{castWords(one)}</Text>
          <Text>
            {countText(one.heads)} {vote.unit}
          </Text>
        </View>
      ))}
    </>
  );
}

/** The vote that is shown, with its time by the server's clock; the ballot itself is on its own page. */
export function VoteCard({ vote, ballot = true }: { vote: LiveVote; ballot?: boolean }) {
  const now = useSecond();
  const stand = voteStand(vote, now);
  return (
    <Card tone={stand.kind === 'open' ? 'brand' : 'plain'}>
      <View className="live-small">
        <Text>{standWords(stand, now)}</Text>
      </View>
      <View className="live-title">
        <Text>{vote.title}</Text>
      </View>
      {!vote.result && vote.voted !== null && vote.all !== null && (
        <View>
          <Text>
            已投 {countText(vote.voted)} {vote.unit}，名册共 {countText(vote.all)} {vote.unit}
          </Text>
        </View>
      )}
      <Cast vote={vote} />
      {ballot && stand.kind !== 'cancelled' && (
        <Button
          kind="plain"
          icon="vote"
          onTap={() => open('/packages/motions/detail/index', { id: vote.motionId })}
        >
          {stand.kind === 'open' ? '去投票' : '看这项表决'}
        </Button>
      )}
    </Card>
  );
}

/** Who is there, and whether that is enough. */
export function PresenceSection({ state }: { state: LiveState }) {
  return (
    <Section title="到会情况">
      <Card>
        <View className="stats">
          <Stat value={countText(state.present)} unit="人" label="已报到" />
          <Stat value={countText(state.presentHomes)} unit="户" label="有人到的家庭" />
        </View>
        {state.quorum.map((line) => (
          <View key={line.what} className="live-small">
            <Text>{lineWords(line)}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}
