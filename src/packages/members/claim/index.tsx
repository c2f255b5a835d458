import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { Segments } from '@/components/segments/segments';
import { ClaimByCode } from '@/features/members/claim-by-code';
import { ClaimWithProof } from '@/features/members/claim-with-proof';
import { openTab, replaceWith } from '@/services/navigate';

const WAYS = [
  { id: 'code', text: '有认领码' },
  { id: 'proof', text: '没有认领码' },
] as const;

type Way = (typeof WAYS)[number]['id'];

function Done({ label, way }: { label: string; way: Way }) {
  const waiting = way === 'proof';
  return (
    <>
      <Receipt
        title={waiting ? '已经提交' : '认领好了'}
        lines={[{ label: '房屋', value: label }]}
        next={waiting ? '网格员或社区书记核对以后，会在“消息”里通知您。' : '现在可以提议、联名和投票了。'}
      />
      <Button onTap={() => (waiting ? replaceWith('/packages/members/homes/index') : openTab('home'))}>
        {waiting ? '看申请到哪一步了' : '去首页'}
      </Button>
    </>
  );
}

/** Claiming a home: by the code from its letterbox, or with a proof that somebody looks at. */
export default function ClaimPage() {
  const [way, setWay] = useState<Way>('code');
  const [done, setDone] = useState<string | null>(null);
  if (done !== null) {
    return (
      <Page title="认领房屋">
        <Done label={done} way={way} />
      </Page>
    );
  }
  return (
    <Page title="认领房屋">
      <Segments label="怎么认领" segments={WAYS} value={way} onChange={setWay} />
      {way === 'code' ? (
        <ClaimByCode onDone={(me) => setDone(me.ties.at(-1)?.label ?? '')} onNoCode={() => setWay('proof')} />
      ) : (
        <ClaimWithProof onDone={(me) => setDone(me.claims[0]?.homeLabel ?? '')} />
      )}
    </Page>
  );
}
