import type { ChallengeView } from '@contract/rolls';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/components/card/card';
import { Tag, Tags } from '@/components/tag/tag';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import './rolls.scss';

function stateTag({ answer }: ChallengeView): { text: string; tone: 'leaf' | 'clay' | 'stone' } {
  if (!answer) return { text: '○ 等答复', tone: 'clay' };
  return answer.outcome === 'refused'
    ? { text: `✕ ${answer.outcomeWords}`, tone: 'stone' }
    : { text: `✓ ${answer.outcomeWords}`, tone: 'leaf' };
}

/** One objection with everything that was said about it. */
export function ChallengeCard({ challenge, children }: { challenge: ChallengeView; children?: ReactNode }) {
  const { by, homeLabel, text, raisedAt, inTime, answer, earlier } = challenge;
  const now = serverNow();
  const tag = stateTag(challenge);
  const late = inTime ? '' : '，在投票开始以后';
  return (
    <Card>
      <Tags>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </Tags>
      <View className="rolls-label">
        <Text>{homeLabel ? `${by} · ${homeLabel}` : by}</Text>
      </View>
      <View>
        <Text>{text}</Text>
      </View>
      <View className="rolls-small">
        <Text>
          {dateTimeText(raisedAt, now)} 提出{late}
        </Text>
      </View>
      {answer && (
        <View className="rolls-why">
          <Text>
            {dateTimeText(answer.at, now)} 答复：{answer.reason}
          </Text>
        </View>
      )}
      {earlier.map((round) => (
        <View key={round.raisedAt} className="rolls-small">
          <Text>
            以前提过：{round.text}（{round.outcomeWords}：{round.reason}）
          </Text>
        </View>
      ))}
      {children}
    </Card>
  );
}
