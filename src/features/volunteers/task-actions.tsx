import type { TaskDetail } from '@contract/tasks';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

interface SheetProps {
  task: TaskDetail;
  onClose: () => void;
}

/** Accident insurance, before dangerous work is claimed (志愿服务条例 17, TASK-3). */
function Insure({ task: { id, revision, insurance }, onClose }: SheetProps) {
  const [insurer, setInsurer] = useState(insurance?.insurer ?? '');
  const [policyNumber, setPolicyNumber] = useState(insurance?.policyNumber ?? '');
  const [untilOn, setUntilOn] = useState(insurance?.untilOn ?? null);
  const command = useCommand('tasks.insure');
  const { fields } = command;
  const missing = insurer.trim() && policyNumber.trim() && untilOn ? undefined : '请按保单填齐三项';
  const send = async () => {
    if (untilOn && (await command.send({ id, revision, insurer, policyNumber, untilOn }))) onClose();
  };
  return (
    <Confirm
      open
      title="登记保险"
      text="照保单填。要保到最后一班那天，保期以外的班排不了。"
      confirm="登记"
      reason={missing}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextInput label="保险公司" value={insurer} onChange={setInsurer} max={40} error={fields.insurer} />
      <TextInput
        label="保单号"
        value={policyNumber}
        onChange={setPolicyNumber}
        max={40}
        error={fields.policyNumber}
      />
      <DateField
        label="保到哪一天"
        value={untilOn}
        from={dayOf(serverNow())}
        onChange={setUntilOn}
        error={fields.untilOn}
      />
    </Confirm>
  );
}

function End({ task: { id, revision }, onClose }: SheetProps) {
  const command = useCommand('tasks.end');
  return (
    <ReasonSheet
      title="结束这个任务吗？"
      text="还没开始的班都会取消，报了名的都会收到消息和原因。已经做了的时长都在。"
      confirm="结束任务"
      danger
      draft={`end-task:${id}`}
      label="原因"
      max={100}
      error={command.error}
      onSend={(reason) => command.send({ id, revision, reason })}
      onClose={onClose}
    />
  );
}

/** What whoever leads it can do. */
export function TaskActions({ task }: { task: TaskDetail }) {
  const [sheet, setSheet] = useState<'insure' | 'end' | null>(null);
  const { can, id, placeId } = task;
  const leads = [can.edit, can.insure, can.lay, can.end].some((code) => code !== 'NOT_ALLOWED');
  if (!leads || task.state === 'ended') return null;
  const close = () => setSheet(null);
  return (
    <Section title="带队的人来办">
      <Button
        kind="plain"
        icon="calendar"
        reason={denial(can.lay)}
        onTap={() => open('/packages/volunteers/lay/index', { id })}
      >
        排班
      </Button>
      <Button kind="plain" icon="lock" reason={denial(can.insure)} onTap={() => setSheet('insure')}>
        {task.insurance ? '更换保险' : '登记保险'}
      </Button>
      {can.edit === null && (
        <Button
          kind="plain"
          icon="edit"
          onTap={() => open('/packages/volunteers/make/index', { placeId, id })}
        >
          改任务说明
        </Button>
      )}
      <Button kind="danger" reason={denial(can.end)} onTap={() => setSheet('end')}>
        结束任务
      </Button>
      {sheet === 'insure' && <Insure task={task} onClose={close} />}
      {sheet === 'end' && <End task={task} onClose={close} />}
    </Section>
  );
}
