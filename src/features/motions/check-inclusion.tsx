import type { ReceiptView } from '@contract/motions';
import { call } from '@/services/cloud';
import { keptReceipt } from '@/services/kept-receipts';
import { CheckProof } from './check-proof';
import { proofOf } from './seal-proof';

interface CheckInclusionProps {
  receipt: Pick<ReceiptView, 'motionId' | 'signed'>;
  entryId: string;
  /** The ballots are not counted yet. */
  early: boolean;
  why?: string;
}

/** Whether my ballot was counted, worked out by this phone from the receipt that it kept when voting (SEAL-11). */
export function CheckInclusion({ receipt, entryId, early, why }: CheckInclusionProps) {
  const { motionId, signed } = receipt;
  const own = keptReceipt(motionId, entryId);
  const line = own ?? signed;
  if (line === null) return null;
  return (
    <CheckProof
      ask="查我这一票有没有算进去"
      {...{ early, line, why, kept: own !== null }}
      find={async () => proofOf(line, await call('motions.inclusion', { motionId, entryId }))}
    />
  );
}
