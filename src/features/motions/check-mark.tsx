import type { SecretReceipt } from '@contract/secret-ballots';
import { call } from '@/services/cloud';
import { keptReceipt } from '@/services/kept-receipts';
import { CheckProof } from './check-proof';
import { markProofOf } from './seal-proof';

interface CheckMarkProps {
  receipt: SecretReceipt;
  entryId: string;
  /** The ballots are not counted yet. */
  early: boolean;
}

/** Whether my secret ballot is among those that were taken, worked out by this phone (SECRET-10). */
export function CheckMark({ receipt, entryId, early }: CheckMarkProps) {
  const { motionId, signed } = receipt;
  const own = keptReceipt(motionId, entryId);
  const line = own ?? signed;
  return (
    <CheckProof
      ask="查我这一票有没有收下"
      {...{ early, line, kept: own !== null }}
      find={async () => markProofOf(line, await call('motions.markInclusion', { motionId, entryId }))}
    />
  );
}
