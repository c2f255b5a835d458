import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { asCallError, type CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import { keptReceipt } from '@/services/kept-receipts';
import { CopyEvidence } from './copy-evidence';
import { followed, pinnedBy, type RecordProof } from './record-chain';

function Outcome({ proof, line }: { proof: RecordProof; line: string }) {
  if (proof.found === 'contained') {
    const since =
      proof.to === proof.number
        ? '您投票以后还没有新的封存。'
        : `从第 ${proof.number} 号到今天第 ${proof.to} 号，一环扣一环，是您的手机自己算的。`;
    return (
      <Notice tone="leaf" icon="check" title="和您回执上记的对得上">
        <Text>
          {since}今天的核对码 {proof.code}，可以和邻居查到的对一对。
        </Text>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="brand" icon="cross" title="和您回执上记的对不上">
        <Text>以前的记录可能被人改过。请点“复制这张回执”，发给街道，凭它可以要求查。</Text>
      </Notice>
      <CopyEvidence line={line} />
    </>
  );
}

interface CheckRecordProps {
  motionId: string;
  entryId: string;
  /** The receipt as the server has it; null for a ballot from before there were receipts. */
  signed: string | null;
}

/** Whether the record of what was done still contains what my receipt pins, worked out by this phone (BAL-24). */
export function CheckRecord({ motionId, entryId, signed }: CheckRecordProps) {
  const [proof, setProof] = useState<RecordProof | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const line = keptReceipt(motionId, entryId) ?? signed;
  const pinned = useMemo(() => (line === null ? null : pinnedBy(line)), [line]);
  if (line === null || pinned === null) return null;
  const check = async () => {
    setError(null);
    try {
      setProof(await followed(pinned, (after) => call('audit.links', { after })));
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return (
    <Section title="核对操作记录">
      <Card>
        <View>
          <Text>您的回执记着：操作记录到第 {pinned.number} 号封存为止，之后谁改了以前的记录都对不上。</Text>
        </View>
        {proof && <Outcome proof={proof} line={line} />}
        <Button kind="plain" onTap={check} busyText="正在核对…">
          {proof ? '再查一次' : '查封存的记录换过没有'}
        </Button>
        {error && <ErrorBox error={error} onRetry={check} />}
      </Card>
    </Section>
  );
}
