import type { MeetingDetail } from '@contract/meetings';
import { Section } from '@/components/section/section';
import { PaperRow } from './paper-row';

/** What a meeting is printed as: its notice once everybody was told, its minutes once they are written. */
export function MeetingPapers({ meeting }: { meeting: MeetingDetail }) {
  const { id, stage, noticedAt, minutes } = meeting;
  const notice = noticedAt !== null && stage !== 'cancelled';
  if (!notice && !minutes) return null;
  return (
    <Section title="文件">
      {minutes && (
        <PaperRow title="会议纪要" note="到会人数、各项议题、表决结果" asked={{ kind: 'minutes', id }} />
      )}
      {notice && (
        <PaperRow
          title="会议通知"
          note="时间、地点、议程，贴在公告栏"
          asked={{ kind: 'meeting-notice', id }}
        />
      )}
    </Section>
  );
}
