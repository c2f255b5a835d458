import type { Verdict, VerdictLine } from '@contract/decision';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { areaText, countText, percentText } from '@/services/figures';
import './resolution.scss';

function figuresOf({ axis, numerator, denominator }: VerdictLine, unit: string): string {
  const figure = axis === 'area' ? areaText : (heads: number) => `${countText(heads)} ${unit}`;
  return `${figure(numerator)} / ${figure(denominator)}（${percentText(numerator, denominator)}）`;
}

/** The result as it was fixed: each comparison with its figures in the unit that one voter is called by (户, 人), whether it held, and the article applied. */
export function VerdictLines({ verdict, unit }: { verdict: Verdict; unit: string }) {
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
                  {figuresOf(line, unit)} {line.met ? '已达到' : '没有达到'}
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
