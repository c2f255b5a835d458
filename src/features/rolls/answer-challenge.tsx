import type { ChallengeOutcome, ChallengeView } from '@contract/rolls';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

const OUTCOMES: { id: ChallengeOutcome; title: string; note: string }[] = [
  { id: 'corrected', title: '属实，名册已更正', note: '先更正登记，再重新确定名册' },
  { id: 'later', title: '属实，从下一次表决起算', note: '投票开始以后才提的，或者来不及改的' },
  { id: 'refused', title: '不属实，没有更正', note: '写明凭什么' },
];

/** Answers an objection with its reason; whether an answer fits is said by the server. */
export function AnswerChallenge({ challenge, onClose }: { challenge: ChallengeView; onClose: () => void }) {
  const [outcome, setOutcome] = useState<ChallengeOutcome | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand('rolls.answer');
  const send = async () => {
    const { id, revision } = challenge;
    if (outcome && (await command.send({ id, revision, outcome, reason }))) onClose();
  };
  return (
    <Confirm
      open
      title={`答复${challenge.by}`}
      confirm="答复"
      reason={outcome && reason.trim() ? undefined : '请选怎么答复，写明理由，对方看得到'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <ChoiceList label="核对下来" choices={OUTCOMES} value={outcome} onChange={setOutcome} />
      <TextArea label="理由" value={reason} onChange={setReason} max={300} error={command.fields.reason} />
    </Confirm>
  );
}
