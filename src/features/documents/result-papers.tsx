import { Section } from '@/components/section/section';
import { PaperRow } from './paper-row';

/** What a published result is printed as. */
export function ResultPapers({ resolutionId }: { resolutionId: string }) {
  return (
    <Section title="文件">
      <PaperRow
        title="决议书（结果全文）"
        note="题目、票数、依据、要办的事，存档用"
        asked={{ kind: 'resolution', id: resolutionId }}
      />
      <PaperRow
        title="公示"
        note="贴在公告栏，有二维码可以核对"
        asked={{ kind: 'public-notice', id: resolutionId }}
      />
    </Section>
  );
}
