import type { TodoCard } from '@contract/overview';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { useNow } from '@/components/countdown/countdown';
import { Tag, Tags } from '@/components/tag/tag';
import { Tap } from '@/components/tap/tap';
import { useElder } from '@/services/elder';
import { openLink } from '@/services/navigate';
import { dateText, durationText, spokenTime } from '@/services/time';
import './overview.scss';

interface KindWords {
  tag: string;
  tone: 'brand' | 'leaf' | 'clay' | 'sky';
  button: string;
  /** How long there is still time. */
  due: (dueAt: number, now: number) => string;
}

const KINDS: Record<TodoCard['kind'], KindWords> = {
  vote: {
    tag: '表决中',
    tone: 'brand',
    button: '去投票',
    due: (dueAt, now) => `还有 ${durationText(dueAt - now)}，${spokenTime(dueAt, now)}截止`,
  },
  meeting: {
    tag: '要开会',
    tone: 'leaf',
    button: '看一看',
    due: (dueAt, now) => (dueAt > now ? `还有 ${durationText(dueAt - now)}` : '正在开会'),
  },
  'check-in': {
    tag: '可以报到了',
    tone: 'leaf',
    button: '报到',
    due: (dueAt, now) => `开到${spokenTime(dueAt, now)}`,
  },
  confirm: {
    tag: '等您确认',
    tone: 'clay',
    button: '看一看',
    due: (dueAt, now) => `请在${dateText(dueAt, now)}前确认`,
  },
  returned: { tag: '被退回', tone: 'clay', button: '看一看', due: () => '' },
  'action-item': {
    tag: '等您办理',
    tone: 'clay',
    button: '去办',
    due: (dueAt, now) =>
      dueAt > now ? `还有 ${durationText(dueAt - now)}` : `已经超期 ${durationText(now - dueAt)}`,
  },
  booking: {
    tag: '我的预约',
    tone: 'sky',
    button: '看一看',
    due: (dueAt, now) => (dueAt > now ? `${spokenTime(dueAt, now)}开始` : '已经开始，到了请签到'),
  },
  'booking-offer': {
    tag: '轮到您了',
    tone: 'brand',
    button: '去看看',
    due: (dueAt, now) => `还有 ${durationText(dueAt - now)}，${spokenTime(dueAt, now)}前要说`,
  },
  claim: { tag: '房屋认领', tone: 'sky', button: '看一看', due: () => '' },
  shift: {
    tag: '志愿服务',
    tone: 'leaf',
    button: '看一看',
    due: (dueAt, now) => (dueAt > now ? `还有 ${durationText(dueAt - now)}` : '正在进行'),
  },
  offer: {
    tag: '等您答复',
    tone: 'clay',
    button: '去答复',
    due: (dueAt, now) => `名额给您留到${spokenTime(dueAt, now)}`,
  },
  surge: {
    tag: '紧急召集',
    tone: 'clay',
    button: '去答复',
    due: (dueAt, now) => `${spokenTime(dueAt, now)}截止`,
  },
};

/** They lead where the button leads: people tap what they read. */
function Words({ card, here, onTap }: { card: TodoCard; here: string; onTap: () => void }) {
  const now = useNow();
  const { tag, tone, due } = KINDS[card.kind];
  const left = card.dueAt === null ? '' : due(card.dueAt, now);
  return (
    <Tap className="todo-words" role="link" onTap={onTap}>
      <Tags>
        <Tag tone={tone}>{tag}</Tag>
        {card.placeName && card.placeName !== here && <Tag>{card.placeName}</Tag>}
      </Tags>
      <View className="todo-title">
        <Text>{card.title}</Text>
      </View>
      <View className="todo-detail">
        <Text>{card.detail}</Text>
      </View>
      {left && (
        <View className="todo-left">
          {left.split('，').map((part, n, parts) => (
            <Text key={part} className="todo-left-part">
              {n < parts.length - 1 ? `${part}，` : part}
            </Text>
          ))}
        </View>
      )}
    </Tap>
  );
}

interface TodoProps {
  card: TodoCard;
  first: boolean;
  /** Name of the place that is looked at: only others are named. */
  here: string;
}

function Todo({ card, first, here }: TodoProps) {
  const elder = useElder();
  const { button } = KINDS[card.kind];
  const go = () => openLink(card.link);
  const label = `${button}：${card.title}`;
  if (first || elder) {
    return (
      <Card urgent={first}>
        <Words card={card} here={here} onTap={go} />
        <Button kind={first ? 'main' : 'plain'} onTap={go} label={label}>
          {button}
        </Button>
      </Card>
    );
  }
  return (
    <Card>
      <View className="todo">
        <Words card={card} here={here} onTap={go} />
        <View className="todo-side">
          <Button kind="plain" size="small" onTap={go} label={label}>
            {button}
          </Button>
        </View>
      </View>
    </Card>
  );
}

/** What waits for me, in the server's order of deadline; the first one has the large button. */
export function TodoCards({ cards, here }: { cards: readonly TodoCard[]; here: string }) {
  if (cards.length === 0) {
    return (
      <Card>
        <Text>现在没有等您参加的事。有表决、开会或要您确认的事，会排在这里。</Text>
      </Card>
    );
  }
  return (
    <>
      {cards.map((card, n) => (
        <Todo key={`${card.kind} ${card.id} ${card.title}`} card={card} first={n === 0} here={here} />
      ))}
    </>
  );
}
