import type { MotionDetail, TallyView } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Stat } from '@/components/stat/stat';
import { useCall } from '@/features/calls/use-call';
import { areaText, countText } from '@/services/figures';
import { open } from '@/services/navigate';
import { headUnit } from './motion-words';
import { CHANNEL_LABELS, uncountedWords } from './paper-words';
import './motion.scss';

/** By which channel the ballots came, never by choice, and which papers do not count. */
function Channels({ papers, unit }: { papers: NonNullable<TallyView['papers']>; unit: string }) {
  const { counted, uncounted } = papers;
  const used = (['phone', 'paper', 'door'] as const).filter((channel) => counted[channel] > 0);
  const channels = used.map((channel) => `${CHANNEL_LABELS[channel]} ${countText(counted[channel])} ${unit}`);
  const not = uncountedWords(uncounted);
  return (
    <>
      {channels.length > 0 && (
        <View className="motion-small">
          <Text>投票方式：{channels.join('，')}</Text>
        </View>
      )}
      {not.length > 0 && (
        <View className="motion-small">
          <Text>没有计入的纸质票：{not.join('，')}</Text>
        </View>
      )}
    </>
  );
}

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
          {result.papers && <Channels papers={result.papers} unit={unit} />}
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
