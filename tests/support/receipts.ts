import { expect } from 'vitest';
import { checkReceipt } from '../../scripts/verify/check';
import type { Receipt } from '../../scripts/verify/receipt';
import { DAY, type Detail, type motionCallsOf, ownersPoll } from './motions';

/** What the independent verifier says of a receipt's line. */
export const verified = (line: string | null, key: string | null = null) =>
  checkReceipt(Buffer.from(line ?? ''), key);

/** The receipt in a line that the independent verifier accepts. */
export function receiptIn(line: string | null): Receipt {
  const { ok, receipt, findings } = verified(line);
  expect(findings.filter((finding) => !finding.holds)).toEqual([]);
  if (!ok || !receipt) throw new Error(`no receipt: ${line}`);
  return receipt;
}

/** A vote of a day whose figures nobody sees before its end. */
export function hiddenPoll(on: ReturnType<typeof motionCallsOf>, opensAt: number): Promise<Detail> {
  const window = { opensAt, closesAt: opensAt + DAY };
  return on.announced('secretary', ownersPoll({ interim: 'hidden', window }));
}
