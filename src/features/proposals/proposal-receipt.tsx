import type { ProposalDetail } from '@contract/proposals';
import { Receipt } from '@/components/receipt/receipt';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** After sending: what was taken down, where, who has it now and what comes next. */
export function ProposalReceipt({ proposal }: { proposal: ProposalDetail }) {
  const { title, placeName, holder, held, updatedAt } = proposal;
  return (
    <Receipt
      title={held ? '收到了，正在审核' : '您的提议收到了'}
      lines={[
        { label: '提议', value: title },
        { label: '地点', value: placeName },
        { label: '现在由', value: holder.label },
        { label: '时间', value: dateTimeText(updatedAt, serverNow()) },
      ]}
      next={
        held
          ? '文字要审核一下，通过以后邻居才看得到。有结果会在消息里告诉您。'
          : '邻居现在就可以支持。社区分好由谁办，会在消息里告诉您。'
      }
    />
  );
}
