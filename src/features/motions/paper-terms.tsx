import type { MotionDetail } from '@contract/motions';
import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';

/** That paper is taken too, and which ballot counts: read before voting, in the server's words. */
export function PaperTerms({ motion }: { motion: MotionDetail }) {
  if (!motion.paper || motion.phase === 'counted' || motion.phase === 'cancelled') return null;
  return (
    <Notice tone="sky" icon="info" title="手机和纸质，投一次就行">
      <Text>{motion.paper.words}</Text>
    </Notice>
  );
}
