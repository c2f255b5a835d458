import type { ChallengeView, OwnRoll } from '@contract/rolls';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { usePages } from '@/features/calls/use-pages';
import { denial, messages } from '@/services/messages';
import { AnswerChallenge } from './answer-challenge';
import { ChallengeCard } from './challenge-card';
import { RenewRoll } from './renew-roll';

const STATES = [
  { id: 'open', text: '等答复' },
  { id: 'answered', text: '已答复' },
] as const;

type State = (typeof STATES)[number]['id'];

function Challenges({ motionId, state }: { motionId: string; state: State }) {
  const [answering, setAnswering] = useState<ChallengeView | null>(null);
  const rows = usePages('rolls.challenges', { motionId, state });
  return (
    <Loaded of={rows}>
      {(items) => (
        <>
          {items.length === 0 && (
            <Empty icon="check" title={state === 'open' ? '没有等答复的异议' : '还没有答复过异议'} />
          )}
          {items.map((one) => (
            <ChallengeCard key={one.id} challenge={one}>
              {state === 'open' && (
                <Button size="small" reason={denial(one.can.answer)} onTap={() => setAnswering(one)}>
                  答复
                </Button>
              )}
            </ChallengeCard>
          ))}
          {rows.more && (
            <Button kind="quiet" onTap={rows.more}>
              再看一些
            </Button>
          )}
          {answering && <AnswerChallenge challenge={answering} onClose={() => setAnswering(null)} />}
        </>
      )}
    </Loaded>
  );
}

/** For the office that convenes: the objections, and the roll made anew. */
export function ChallengeDesk({ roll }: { roll: OwnRoll }) {
  const [state, setState] = useState<State>('open');
  const [renewing, setRenewing] = useState(false);
  const { renew } = roll.can;
  return (
    <Section title="大家对名册的异议">
      <Segments label="看哪些" segments={STATES} value={state} onChange={setState} />
      <Challenges key={state} motionId={roll.motionId} state={state} />
      <Button
        kind="plain"
        reason={renew ? messages[renew] : undefined}
        onTap={() => setRenewing(true)}
        note="登记更正以后点这里，名册才会变"
      >
        重新确定名册
      </Button>
      {renewing && <RenewRoll roll={roll} onClose={() => setRenewing(false)} />}
    </Section>
  );
}
