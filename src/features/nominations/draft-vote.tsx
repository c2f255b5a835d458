import type { RoundDetail } from '@contract/nominations';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf, instantOf } from '@/services/time';

type How = 'households' | 'opinion';

/** One tap makes the vote of the nominees; it is announced on its own page like any other. */
export function DraftVote({ round, onClose }: { round: RoundDetail; onClose: () => void }) {
  const [how, setHow] = useState<How>('opinion');
  const [opensOn, setOpensOn] = useState<string | null>(null);
  const [closesOn, setClosesOn] = useState<string | null>(null);
  const command = useCommand('nominations.draftVote');
  const { id, revision, seats } = round;
  const ways = [
    { id: 'opinion' as const, title: '征求意见', note: `得票最多的${seats}位当选，票数相同的并列` },
    ...(seats === 1
      ? [{ id: 'households' as const, title: '一户一票', note: '过半数的一位当选，没有人过半就没有人当选' }]
      : []),
  ];
  const draft = async () => {
    if (!opensOn || !closesOn) return;
    const window = { opensAt: instantOf(opensOn, '09:00'), closesAt: instantOf(closesOn, '18:00') };
    const made = await command.send({ id, revision, how, window });
    if (!made) return;
    onClose();
    open('/packages/motions/detail/index', { id: made.motionId });
  };
  return (
    <Confirm
      open
      title="起草投票"
      text={`候选人：${round.nominees.map(({ name }) => name).join('、')}`}
      confirm="起草"
      reason={opensOn && closesOn ? undefined : '请选哪天开始、哪天截止'}
      onConfirm={draft}
      error={command.error}
      onClose={onClose}
    >
      <ChoiceList label="怎么投" choices={ways} value={how} onChange={setHow} />
      <DateField
        label="哪天开始（早上9点）"
        value={opensOn}
        from={dayOf(serverNow())}
        onChange={setOpensOn}
        error={command.fields.opensAt}
      />
      <DateField
        label="哪天截止（下午6点）"
        value={closesOn}
        from={opensOn ?? dayOf(serverNow())}
        onChange={setClosesOn}
        error={command.fields.window}
      />
    </Confirm>
  );
}
