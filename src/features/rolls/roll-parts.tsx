import type { OwnRoll, RollPart } from '@contract/rolls';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { areaText, countText } from '@/services/figures';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import './rolls.scss';

function Part({ part }: { part: RollPart }) {
  const mine = part.may === null;
  return (
    <Card>
      <Tags>
        <Tag tone={mine ? 'leaf' : 'clay'}>{mine ? '✓ 您可以投这一票' : '✕ 这一票不由您投'}</Tag>
      </Tags>
      <View className="rolls-label">
        <Text>{part.label}</Text>
      </View>
      {part.why.map((line) => (
        <View key={line} className="rolls-why">
          <Text>{line}</Text>
        </View>
      ))}
    </Card>
  );
}

/** Whether I stand on the roll, with what weight and why, in the server's words. */
export function RollParts({ roll }: { roll: OwnRoll }) {
  return (
    <Section title="名册上的您">
      {roll.absent !== null && (
        <Notice tone="clay" icon="info" title="名册上没有您">
          <Text>{roll.absent}</Text>
        </Notice>
      )}
      {roll.parts.map((part) => (
        <Part key={part.entryId} part={part} />
      ))}
    </Section>
  );
}

/** The whole roll in figures, and every version that stood before. */
export function RollFacts({ roll }: { roll: OwnRoll }) {
  const now = serverNow();
  const area = roll.area === null ? '' : `，面积合计 ${areaText(roll.area)}`;
  return (
    <Section title="整本名册">
      <Card>
        <View>
          <Text>
            {roll.headWords}。共 {countText(roll.heads)} 票{area}
          </Text>
        </View>
        <View className="rolls-small">
          <Text>
            {dateTimeText(roll.frozenAt, now)} 确定，核对码 {roll.hash.slice(0, 8)}
          </Text>
        </View>
      </Card>
      {roll.renewals.map(({ at, reason, hash }) => (
        <Notice key={hash} tone="sky" title={`${dateTimeText(at, now)} 名册有更正`}>
          <Text>
            原因：{reason}。更正后的核对码 {hash.slice(0, 8)}
          </Text>
        </Notice>
      ))}
      <View className="rolls-small">
        <Text>{countWords(roll)}</Text>
      </View>
    </Section>
  );
}

const ENDS = [
  ['open', '等答复'],
  ['corrected', '已更正'],
  ['later', '下次起算'],
  ['refused', '没有更正'],
] as const;

function countWords({ counts }: OwnRoll): string {
  const some = ENDS.filter(([key]) => counts[key] > 0);
  if (some.length === 0) return '还没有人对名册提异议';
  const raised = some.reduce((sum, [key]) => sum + counts[key], 0);
  return `对名册的异议 ${raised} 件：${some.map(([key, words]) => `${words} ${counts[key]} 件`).join('，')}`;
}
