import type { RegisterView } from '@contract/register';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';

type Person = RegisterView['people'][number];
type Why = 'left' | 'never';

const WHYS = [
  { id: 'left', title: '房子卖了，或者搬走了', note: '以前定好名册的表决，还可以投完' },
  { id: 'never', title: '本来就认领错了', note: '以前定好名册的表决，也不能再投' },
] as const;

interface RemoveTieProps {
  home: Pick<RegisterView, 'homeId' | 'label'>;
  person: Person;
  onClose: () => void;
}

/** Ends somebody's tie to a home; which of the two reasons it is decides on the votes whose rolls stand already (ROLL-18). */
export function RemoveTie({ home: { homeId, label }, person, onClose }: RemoveTieProps) {
  const [why, setWhy] = useState<Why | null>(null);
  const command = useCommand('members.removeTie');
  const { personId, name } = person;
  return (
    <ReasonSheet
      draft={`tie:${homeId}:${personId}`}
      title={`解除${name}和${label}的关系吗？`}
      text={`${name}会收到消息和您写的理由，不能再用这套房提议和投票。解除错了，要重新认领。`}
      confirm="解除"
      danger
      hint="凭什么知道的，写清楚，对方看得到"
      max={200}
      reason={why ? undefined : '请先选是哪一种情况'}
      error={command.error}
      onSend={async (reason) => command.send({ personId, homeId, reason, wasTheirs: why === 'left' })}
      onClose={onClose}
    >
      <ChoiceList<Why> label="是哪一种情况" choices={WHYS} value={why} onChange={setWhy} />
    </ReasonSheet>
  );
}
