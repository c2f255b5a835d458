import type { MotionDetail, MyVoter } from '@contract/motions';
import { Receipt } from '@/components/receipt/receipt';
import { Button } from '@/components/button/button';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';
import { secretOf } from './motion-words';

/** What stands in the urn for this voter: hidden behind a tap, since others may look over the shoulder. */
export function MyBallot({ motion, voter }: { motion: MotionDetail; voter: MyVoter }) {
  const { ballot, entryId } = voter;
  // A paper that counts is shown as the paper it is (my-paper.tsx).
  if (ballot?.channel !== 'phone') return null;
  const now = serverNow();
  return (
    <Receipt
      title="您已投票"
      lines={[
        { label: '投票人', value: voter.label },
        { label: '时间', value: dateTimeText(ballot.castAt, now) },
      ]}
      secret={secretOf(ballot)}
      code={ballot.receipt}
      next={motion.phase === 'open' ? `${dayTimeText(motion.resultAt, now)} 公布结果` : undefined}
    >
      <Button
        kind="plain"
        onTap={() => open('/packages/motions/receipt/index', { motionId: motion.id, entryId })}
      >
        看回执
      </Button>
    </Receipt>
  );
}
