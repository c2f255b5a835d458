import type { Verdict, VerdictLine } from '@contract/decision';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { areaText, countText, percentText } from '@/services/figures';
import './resolution.scss';

function figuresOf(line: VerdictLine): string {
  const figure = line.axis === 'area' ? areaText : countText;
  const { numerator, denominator } = line;
  return `${figure(numerator)} / ${figure(denominator)}（${percentText(numerator, denominator)}）`;
}

/** The result as it was fixed: each comparison with its figures, whether it held, and the article applied. */
export function VerdictLines({ verdict }: { verdict: Verdict }) {
  if (verdict.lines.length === 0) return null;
  return (
    <Section title="计票结果">
      <Card>
        {verdict.lines.map((line) => (
          <View key={`${line.kind}${line.axis}${line.choice ?? ''}`} className="resolution-line">
            <Icon
              name={line.met ? 'check' : 'cross'}
              className={line.met ? 'resolution-met' : 'resolution-unmet'}
            />
            <View className="resolution-line-words">
              <Text>{line.what}</Text>
              <View className="resolution-small">
                <Text>
                  {figuresOf(line)} {line.met ? '已达到' : '没有达到'}
                </Text>
              </View>
              <View className="resolution-small">
                <Text>依据：{line.article}</Text>
              </View>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
