import type { RepairDetail } from '@contract/repairs';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { open } from '@/services/navigate';
import { AskAboutBill } from './objections';
import { TakeStep } from './take-step';

function Withdraw({ repair, onClose }: { repair: RepairDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('repairs.withdraw');
  const { id, revision } = repair;
  const send = async () => {
    if (await command.send({ id, revision, reason })) onClose();
  };
  return (
    <Confirm
      open
      title="撤回这次紧急维修吗？"
      text="通知过的人会再收到撤回的消息。"
      confirm="撤回"
      danger
      reason={reason.trim() ? undefined : '请写撤回的理由'}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextArea
        label="为什么撤回"
        value={reason}
        onChange={setReason}
        max={200}
        error={command.fields.reason}
      />
    </Confirm>
  );
}

function Close({ repair: { id, revision } }: { repair: RepairDetail }) {
  const command = useCommand('repairs.close');
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={() => command.send({ id, revision })}>办结</Button>
    </>
  );
}

/** The one thing to do now, for whoever does it. */
export function RepairMain({ repair }: { repair: RepairDetail }) {
  const [opened, setOpened] = useState<'applied' | 'working' | 'object' | null>(null);
  const { can, id, stage } = repair;
  const close = () => setOpened(null);
  return (
    <>
      {can.apply === null && <Button onTap={() => setOpened('applied')}>申请用维修资金</Button>}
      {can.begin === null && <Button onTap={() => setOpened('working')}>记上开工</Button>}
      {can.publish === null && stage === 'working' && (
        <Button onTap={() => open('/packages/repairs/bill/index', { id })}>公布账单和验收</Button>
      )}
      {can.close === null && <Close repair={repair} />}
      {can.object === null && (
        <Button kind="plain" icon="talk" onTap={() => setOpened('object')}>
          对账单提异议
        </Button>
      )}
      {(opened === 'applied' || opened === 'working') && (
        <TakeStep repair={repair} step={opened} onClose={close} />
      )}
      {opened === 'object' && <AskAboutBill repairId={id} onClose={close} />}
    </>
  );
}

/** What the offices can do beside it; nothing is shown to others. */
export function RepairActions({ repair }: { repair: RepairDetail }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { can, id, stage } = repair;
  const correcting = can.publish === null && stage === 'published';
  if (!correcting && can.withdraw !== null) return null;
  return (
    <Section title="还可以这样办">
      {correcting && (
        <Button kind="plain" onTap={() => open('/packages/repairs/bill/index', { id })}>
          账单写错了，更正
        </Button>
      )}
      {can.withdraw === null && (
        <Button kind="danger" onTap={() => setWithdrawing(true)}>
          撤回这次维修
        </Button>
      )}
      {withdrawing && <Withdraw repair={repair} onClose={() => setWithdrawing(false)} />}
    </Section>
  );
}
