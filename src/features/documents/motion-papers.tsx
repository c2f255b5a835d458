import type { MotionDetail } from '@contract/motions';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { open } from '@/services/navigate';
import { ResultPapers } from './result-papers';

/** What a vote is printed as: ballots and the door list for the offices while it runs, its result for everybody. */
export function MotionPapers({ motion }: { motion: MotionDetail }) {
  const { id, can, resolutionId } = motion;
  return (
    <>
      {can.print === null && (
        <Section title="纸质投票">
          <Button
            kind="plain"
            icon="document"
            note="给不用手机的邻居，一栋一栋打印"
            onTap={() => open('/packages/documents/voters/index', { id })}
          >
            纸质票和入户名单
          </Button>
        </Section>
      )}
      {resolutionId && <ResultPapers resolutionId={resolutionId} />}
    </>
  );
}
