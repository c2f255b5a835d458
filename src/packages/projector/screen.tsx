import type { LiveState, LiveVote } from '@contract/live';
import type { ScreenView } from '@contract/public';
import { Image, Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { castWords, endWords, itemOf, leftText, OLD_MS, voteStand } from '@/features/live/live-words';
import { useSecond } from '@/features/live/use-second';
import { aria } from '@/services/aria';
import { areaFigure, countText } from '@/services/figures';
import { serverNow } from '@/services/server-clock';
import { clockText, dateTimeText } from '@/services/time';
import './projector.scss';

/** Numbers that are read from ten metres; the rest is told as a count. */
const NUMBERS_SHOWN = 5;

const INVITE = '想发言，请在手机上打开会议现场，点“举手发言”';

/** Longer titles are written smaller: nothing may push the rest off the wall. */
const sized = (name: string, text: string, most: number) =>
  text.length > most ? `${name} ${name}-long` : name;

function Head({ state }: { state: LiveState }) {
  const { placeName, bodyLabel, startsAt, venue } = state;
  const item = itemOf(state);
  return (
    <View className="screen-head">
      <View className="screen-place">
        <Text>
          {placeName} · {bodyLabel}　{dateTimeText(startsAt, serverNow())}　{venue}
        </Text>
      </View>
      <View className={sized('screen-item', item.title, 12)}>
        <Text>
          第 {item.number} 项　{item.title}
        </Text>
      </View>
    </View>
  );
}

function Result({ vote }: { vote: LiveVote }) {
  if (!vote.result) return null;
  return (
    <View className="screen-vote">
      <View className={sized('screen-question', vote.title, 30)}>
        <Text>{vote.title}</Text>
      </View>
      <View className="screen-result">
        <Text>{vote.result.words}</Text>
      </View>
      <View className="screen-cast">
        {vote.result.cast.map((one) => (
          <View key={one.choice} className={`screen-choice screen-${one.choice}`}>
            <Text>
              {castWords(one)} {countText(one.heads)} {vote.unit}
            </Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Turnout({ vote }: { vote: LiveVote }) {
  if (vote.voted === null || vote.all === null) return null;
  const share = vote.all > 0 ? Math.min(100, Math.round((100 * vote.voted) / vote.all)) : 0;
  const missing = vote.turnout.find(({ met }) => !met);
  const figure = missing?.axis === 'area' ? areaFigure : countText;
  return (
    <>
      <View className="screen-voted">
        <Text>已投 </Text>
        <Text className="screen-strong">{countText(vote.voted)}</Text>
        <Text>
          {' '}
          {vote.unit}，名册共 {countText(vote.all)} {vote.unit}
        </Text>
      </View>
      <View className="screen-bar" {...aria({ role: 'progressbar', label: `已投${share}%` })}>
        <View className="screen-bar-fill" style={{ width: `${share}%` }} />
      </View>
      {vote.turnout.length > 0 && (
        <View className="screen-note">
          <Text>
            {missing ? `参加的还差 ${figure(missing.missing)} ${missing.unit}` : '参加的已经够了 ✓'}
          </Text>
        </View>
      )}
    </>
  );
}

function Vote({ vote, picture }: { vote: LiveVote; picture: string | null }) {
  const now = useSecond();
  const stand = voteStand(vote, now);
  if (stand.kind === 'counted') return <Result vote={vote} />;
  const words = {
    waiting: '还没到开始时间',
    open: '正在表决',
    counting: '投票结束，正在计票',
    cancelled: '表决取消了',
  };
  return (
    <View className="screen-vote">
      <View className="screen-note">
        <Text>{words[stand.kind]}</Text>
      </View>
      <View className={sized('screen-question', vote.title, 30)}>
        <Text>{vote.title}</Text>
      </View>
      <Turnout vote={vote} />
      {'until' in stand && (
        <View className="screen-left">
          <Text>{stand.kind === 'open' ? '投票还有 ' : '开始还有 '}</Text>
          <Text className="screen-clock">{leftText(stand.until - now)}</Text>
        </View>
      )}
      {stand.kind === 'open' && (
        <View className="screen-how">
          {picture && <Image className="screen-picture" src={picture} mode="aspectFit" />}
          <Text className="screen-note">
            {picture
              ? '微信扫码投票，或者打开坝坝会，在首页“待我参与”里投票'
              : '打开坝坝会，在首页“待我参与”里投票'}
          </Text>
        </View>
      )}
    </View>
  );
}

function Speech({ state }: { state: LiveState }) {
  const now = useSecond();
  const { speaker, timer, waiting } = state;
  const left = timer ? timer.until - now : 0;
  return (
    <View className="screen-speech">
      <Text className="screen-note">{speaker === null ? '发言' : '请发言'}</Text>
      <View className={speaker === null ? 'screen-invite' : 'screen-speaker'}>
        <Text>{speaker === null ? INVITE : `${speaker} 号`}</Text>
      </View>
      {timer && (
        <View className="screen-timer">
          <Text>{left > 0 ? leftText(left) : '时间到'}</Text>
        </View>
      )}
      <View className="screen-queue">
        <Text>
          {waiting.length === 0
            ? '没有人排队'
            : `排队 ${waiting.length} 人：${waiting.slice(0, NUMBERS_SHOWN).join('、')}${waiting.length > NUMBERS_SHOWN ? ' …' : ''}`}
        </Text>
      </View>
    </View>
  );
}

function Foot({ state, answeredAt }: { state: LiveState; answeredAt: number }) {
  const now = useSecond();
  const old = answeredAt > 0 && now - answeredAt > OLD_MS;
  const line = state.quorum.find(({ axis }) => axis === 'heads');
  return (
    <View className="screen-foot">
      <Text>
        到会 {countText(state.present)} 人、{countText(state.presentHomes)} 户
        {line ? (line.met ? '　人数已够 ✓' : `　还差 ${countText(line.missing)} ${line.unit}才够`) : ''}
      </Text>
      {old && <Text className="screen-old">网络不通，这是 {clockText(answeredAt)} 的情况</Text>}
      <Text>{clockText(now)}</Text>
    </View>
  );
}

interface ScreenProps {
  shown: ScreenView;
  answeredAt: number;
  /** Once it is over, the way to another meeting. */
  onAnother: () => void;
}

/** What hangs on the wall while a meeting is held: one look from ten metres, no scrolling (LIVE-2). */
export function Screen({ shown, answeredAt, onAnother }: ScreenProps) {
  const { state, picture } = shown;
  if (state.stage === 'ended') {
    return (
      <View className="screen-over">
        <View className="screen-result">
          <Text>{endWords(state)}</Text>
        </View>
        {state.vote?.result ? (
          <Result vote={state.vote} />
        ) : (
          <Text className="screen-note">{state.title}</Text>
        )}
        <View className="screen-another">
          <Button kind="plain" onTap={onAnother}>
            连接另一场会
          </Button>
        </View>
      </View>
    );
  }
  return (
    <>
      <Head state={state} />
      <View className={state.vote ? 'screen-body' : 'screen-body screen-alone'}>
        {state.vote && <Vote vote={state.vote} picture={picture} />}
        <Speech state={state} />
      </View>
      <Foot state={state} answeredAt={answeredAt} />
    </>
  );
}
