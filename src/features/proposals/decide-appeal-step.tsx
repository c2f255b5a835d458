import { useState } from 'react';
import { Text } from '@tarojs/components';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Notice } from '@/components/notice/notice';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import type { StepProps } from './reason-steps';

const CHOICES = [
  { id: 'upheld', title: '申诉成立', note: '不该退回，继续征集', mark: 'yes' },
  { id: 'refused', title: '申诉不成立', note: '仍然退回给提出人', mark: 'no' },
] as const;

/** Another officer than the one who returned it decides on the appeal (PRO-7). */
export function DecideAppealStep({ proposal, onClose }: StepProps) {
  const { id, revision, appeal, returned } = proposal;
  const [decision, decide] = useState<(typeof CHOICES)[number]['id'] | null>(null);
  const command = useCommand('proposals.decideAppeal');
  return (
    <ReasonSheet
      draft={`decide:${id}`}
      title="处理申诉"
      confirm="作出答复"
      reason={decision ? undefined : '请先选申诉成不成立'}
      error={command.error}
      onSend={(reason) => command.send({ id, revision, uphold: decision === 'upheld', reason })}
      onClose={onClose}
    >
      <Notice tone="stone" title={`退回的理由：${returned?.reason ?? ''}`}>
        <Text>申诉的理由：{appeal?.reason}</Text>
      </Notice>
      <ChoiceList label="怎么答复" choices={CHOICES} value={decision} onChange={decide} />
    </ReasonSheet>
  );
}
