import type { MotionDetail } from '@contract/motions';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { open } from '@/services/navigate';
import { PaperRow } from './paper-row';
import { ResultPapers } from './result-papers';

/** What a vote is printed as: ballots and the door list for the offices while it runs, its result for everybody. */
export function MotionPapers({ motion }: { motion: MotionDetail }) {
  const { id, can, charter, phase, resolutionId } = motion;
  const changes = charter !== null && phase !== 'draft' && phase !== 'cancelled';
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
      {changes && (
        <Section title="附件">
          <PaperRow
            title="条文改动对照"
            note="改了哪几条，原来怎么写、改成怎么写，随纸质票和通知一起发"
            asked={{ kind: 'rules-change', id }}
          />
        </Section>
      )}
      {resolutionId && <ResultPapers resolutionId={resolutionId} />}
    </>
  );
}
