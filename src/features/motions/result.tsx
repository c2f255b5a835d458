import type { MotionDetail } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Stat } from '@/components/stat/stat';
import { useCall } from '@/features/calls/use-call';
import { areaText, countText } from '@/services/figures';
import { open } from '@/services/navigate';
import { headUnit } from './motion-words';
import './motion.scss';

/** The result as it was fixed: what passed, with every figure, and where it is published. */
export function Result({ motion }: { motion: MotionDetail }) {
  const counted = motion.phase === 'counted';
  const tally = useCall('motions.tally', { id: motion.id }, { enabled: counted });
  if (!counted) return null;
  const unit = headUnit(motion.bodyKind);
  const { resolutionId } = motion;
  return (
    <Loaded of={tally}>
      {(result) => (
        <Card tone={result.verdict.outcome === 'passed' ? 'leaf' : 'plain'}>
          <View className="motion-outcome">
            <Text>{result.outcomeWords}</Text>
          </View>
          <View className="motion-figures">
            {result.cast.map((one) => (
              <Stat
                key={one.choice}
                value={countText(one.heads)}
                unit={unit}
                label={one.label}
                note={result.rule.weighsArea ? areaText(one.area) : undefined}
              />
            ))}
            <Stat value={countText(result.notVoted.heads)} unit={unit} label="没有投票" />
          </View>
          {result.paperLines.map(({ label, value }) => (
            <View key={label} className="motion-small">
              <Text>
                {label}：{value}
              </Text>
            </View>
          ))}
          {resolutionId && (
            <Button
              kind="plain"
              onTap={() => open('/packages/resolutions/detail/index', { id: resolutionId })}
            >
              看决议和办理进展
            </Button>
          )}
        </Card>
      )}
    </Loaded>
  );
}
