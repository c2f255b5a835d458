import type { SecretReceipt } from '@contract/secret-ballots';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Section } from '@/components/section/section';
import { asCallError, type CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import { keptReceipt } from '@/services/kept-receipts';
import { ProofOutcome } from './check-inclusion';
import { markProofOf, type Proof } from './seal-proof';

interface CheckMarkProps {
  receipt: SecretReceipt;
  entryId: string;
  /** The ballots are not counted yet. */
  early: boolean;
}

/** Whether my secret ballot is among those that were taken, worked out by this phone (SECRET-10). */
export function CheckMark({ receipt, entryId, early }: CheckMarkProps) {
  const [proof, setProof] = useState<Proof | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const { motionId, signed } = receipt;
  const own = keptReceipt(motionId, entryId);
  const line = own ?? signed;
  const check = async () => {
    setError(null);
    try {
      setProof(markProofOf(line, await call('motions.markInclusion', { motionId, entryId })));
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return (
    <Section title={early ? '结果出来以后' : '核对我这一票'}>
      <Card>
        {proof && <ProofOutcome proof={proof} line={line} kept={own !== null} />}
        <Button
          kind="plain"
          onTap={check}
          busyText="正在核对…"
          reason={early ? '现在还没有计票，出了结果再来查' : undefined}
        >
          {proof ? '再查一次' : '查我这一票有没有收下'}
        </Button>
        {error && <ErrorBox error={error} onRetry={check} />}
      </Card>
    </Section>
  );
}
