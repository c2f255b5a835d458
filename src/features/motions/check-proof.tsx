import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Section } from '@/components/section/section';
import { asCallError, type CallError } from '@/services/call-error';
import { ProofOutcome } from './proof-outcome';
import type { Proof } from './seal-proof';

interface CheckProofProps {
  /** What is looked up: 「查我这一票有没有算进去」 */
  ask: string;
  /** The ballots are not counted yet. */
  early: boolean;
  /** The receipt that is checked; `kept` when this phone kept it when voting. */
  line: string;
  kept: boolean;
  /** Why a later revision counts, where the server knows (BAL-26). */
  why?: string;
  /** Reads what was sealed and works it out. */
  find: () => Promise<Proof>;
}

/** One tap, and this phone says what it worked out by itself about one ballot (SEAL-11, SECRET-10). */
export function CheckProof({ ask, early, line, kept, why, find }: CheckProofProps) {
  const [proof, setProof] = useState<Proof | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const check = async () => {
    setError(null);
    try {
      setProof(await find());
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return (
    <Section title={early ? '结果出来以后' : '核对我这一票'}>
      <Card>
        {proof && <ProofOutcome proof={proof} line={line} kept={kept} why={why} />}
        <Button
          kind="plain"
          onTap={check}
          busyText="正在核对…"
          reason={early ? '现在还没有计票，出了结果再来查' : undefined}
        >
          {proof ? '再查一次' : ask}
        </Button>
        {error && <ErrorBox error={error} onRetry={check} />}
      </Card>
    </Section>
  );
}
