import type { VerdictLine } from '@contract/decision';
import type { MotionDetail } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { countText } from '@/services/figures';
import { Articles } from './articles';
import { LineBar } from './line-bar';
import './motion.scss';

interface LinesProps {
  title: string;
  lines: readonly VerdictLine[];
  motion: MotionDetail;
}

function Lines({ title, lines, motion }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Card>
      <View className="motion-card-title">
        <Text>{title}</Text>
      </View>
      {lines.map((line) => (
        <View key={`${line.axis}${line.choice ?? ''}`} className="motion-line">
          <View className="motion-small">
            <Text>{line.what}</Text>
          </View>
          <LineBar line={line} bodyKind={motion.bodyKind} running={motion.phase === 'open'} />
        </View>
      ))}
      <Articles lines={lines} />
    </Card>
  );
}

/** How far the vote is from counting and from passing, on each axis. */
export function Participation({ motion }: { motion: MotionDetail }) {
  const { figures } = motion;
  if (!figures) return null;
  const turnout = figures.lines.filter((line) => line.kind === 'turnout');
  const approval = figures.lines.filter((line) => line.kind === 'approval');
  return (
    <>
      <Lines title="要多少人参加才算数" lines={turnout} motion={motion} />
      {turnout.length === 0 && (
        <View className="motion-small">
          <Text>
            {motion.phase === 'announced' ? '' : `已有 ${countText(figures.part.heads)} 票，`}名册上共{' '}
            {countText(figures.all.heads)} 票
          </Text>
        </View>
      )}
      <Lines title="要多少同意才通过" lines={approval} motion={motion} />
      {!figures.cast && (
        <View className="motion-small">
          <Text>结束后公布票数，现在只显示参加人数</Text>
        </View>
      )}
    </>
  );
}
