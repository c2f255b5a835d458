import type { CallingLine, SupportView } from '@contract/proposals';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Stat } from '@/components/stat/stat';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { countText } from '@/services/figures';
import { BODY_WORDS, COUNTED_WORDS } from './proposal-words';
import './proposal.scss';

/** One way to have the body called: how far, how many are missing, by which article. */
function Calling({ line }: { line: CallingLine }) {
  const { label, unit } = COUNTED_WORDS[line.by];
  const body = BODY_WORDS[line.body];
  const asked = `${countText(line.needed)} ${unit}`;
  return (
    <View>
      <ThresholdBar
        label={label}
        value={line.supporters}
        total={line.all}
        unit={unit}
        mark={{ num: line.needed, den: line.all, label: asked }}
        met={line.missing === 0}
        missing={line.missing}
      />
      <View className="proposal-small">
        <Text>
          {line.missing === 0 ? `可以要求开${body}了` : `满 ${asked}就可以要求开${body}`}。依据：
          {line.article}
        </Text>
      </View>
    </View>
  );
}

function namesText({ names, persons }: SupportView): string {
  const listed = names.join('、');
  return persons > names.length ? `${listed}等 ${countText(persons)} 人` : listed;
}

/** Who stands behind it, and what that is enough for (PRO-4). */
export function SupportCard({ support }: { support: SupportView }) {
  return (
    <Card>
      <View className="proposal-card-title">
        <Text>谁支持</Text>
      </View>
      <View className="stats">
        <Stat value={countText(support.persons)} unit="人" label="支持" />
        <Stat value={countText(support.homes)} unit="户" label="来自" />
      </View>
      {support.names.length > 0 && (
        <View className="proposal-small">
          <Text>{namesText(support)}</Text>
        </View>
      )}
      {support.calling.map((line) => (
        <Calling key={`${line.body} ${line.by}`} line={line} />
      ))}
      {support.calling.length > 0 && (
        <View className="proposal-small">
          <Text>人数按{support.ofPlaceName}的房屋登记算。</Text>
        </View>
      )}
    </Card>
  );
}
