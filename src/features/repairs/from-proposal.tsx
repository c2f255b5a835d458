import type { ProposalDetail } from '@contract/proposals';
import { Button } from '@/components/button/button';
import { useCall } from '@/features/calls/use-call';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';

/** Kinds of proposals behind which there can be a danger that does not wait for a vote. */
const DANGEROUS: readonly ProposalDetail['kind'][] = ['roof', 'lift', 'pipes', 'safety'];
const STAGES: readonly ProposalDetail['stage'][] = ['collecting', 'handling', 'to-meet'];

/** An office makes an urgent repair of a proposal (URG-6); whether it may is asked of the server. */
export function RepairFromProposal({ proposal }: { proposal: ProposalDetail }) {
  const { id, placeId, kind, stage, title } = proposal;
  const me = useMe();
  const fits = DANGEROUS.includes(kind) && STAGES.includes(stage);
  const enabled = fits && (me.data?.offices.length ?? 0) > 0;
  const repairs = useCall('repairs.list', { placeId }, { enabled });
  if (!enabled || repairs.data?.can.open !== null) return null;
  return (
    <Button
      kind="plain"
      icon="warn"
      note="有危险、等不得表决的，走紧急维修"
      onTap={() => open('/packages/repairs/open/index', { placeId, proposalId: id, title })}
    >
      转为紧急维修
    </Button>
  );
}
