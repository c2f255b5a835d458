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
  const { who, unit } = COUNTED_WORDS[line.by];
  const body = BODY_WORDS[line.body];
  const asked = `${countText(line.needed)} ${unit}`;
  return (
    <View>
      <ThresholdBar
        label={`支持的${who}`}
        value={line.supporters}
        total={line.all}
        unit={unit}
        mark={{ num: line.needed, den: line.all, label: asked }}
        met={line.missing === 0}
        missing={line.missing}
      />
      <View className="proposal-small">
        <Text>
          {line.missing === 0 ? '支持的够数了。' : ''}
          {`联名满 ${asked}就可以要求开${body}。依据：${line.article}`}
        </Text>
      </View>
    </View>
  );
}

function namesText({ names, persons }: SupportView): string {
  const listed = names.join('、');
  return persons > names.length ? `${listed}等 ${countText(persons)} 人` : listed;
}

interface SupportCardProps {
  support: SupportView;
  /** More can join: then it is said how many are missing to call a meeting (PRO-4). */
  open: boolean;
}

/** Who stands behind it, and what that is enough for. */
export function SupportCard({ support, open }: SupportCardProps) {
  const calling = open ? support.calling : [];
  return (
    <Card>
      <View className="proposal-card-title">
        <Text>谁支持</Text>
      </View>
      <View className="stats">
        <Stat value={countText(support.persons)} unit="人" label="支持的邻居" />
        <Stat value={countText(support.homes)} unit="户" label="支持的家庭" />
      </View>
      {support.names.length > 0 && (
        <View className="proposal-small">
          <Text>{namesText(support)}</Text>
        </View>
      )}
      {calling.map((line) => (
        <Calling key={`${line.body} ${line.by}`} line={line} />
      ))}
      {calling.length > 0 && (
        <View className="proposal-small">
          <Text>人数按{support.ofPlaceName}的房屋登记算。</Text>
        </View>
      )}
    </Card>
  );
}
