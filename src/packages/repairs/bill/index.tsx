import type { RepairDetail } from '@contract/repairs';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { ReasonField } from '@/features/records/said-fields';
import { fenOf } from '@/services/figures';
import { replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

const blank = () => ({
  yuan: '',
  contractor: '',
  acceptance: '',
  doneOn: null as string | null,
  untilOn: null as string | null,
  photos: [] as string[],
  reason: '',
});
type Written = ReturnType<typeof blank>;

function missingOf(value: Written, correcting: boolean): string | undefined {
  if (value.photos.length === 0) return '请拍账单和验收的照片';
  if (!fenOf(value.yuan)) return '请填写金额，例如 48000 或 48000.50';
  if (!value.contractor.trim() || !value.acceptance.trim()) return '请写施工单位和验收情况';
  if (!value.doneOn || !value.untilOn) return '请选择验收和公示的日期';
  return correcting && !value.reason.trim() ? '请写更正的理由' : undefined;
}

function usePublishing(repair: RepairDetail) {
  const form = useDraftForm<Written>(`repair:${repair.id}:bill`, blank);
  const command = useCommand('repairs.publish');
  const send = async () => {
    const { yuan, doneOn, untilOn, reason, ...said } = form.value;
    const amount = fenOf(yuan);
    if (!amount || !doneOn || !untilOn) return;
    const { id, revision } = repair;
    const input = { ...said, id, revision, amount, doneOn, untilOn, reason: reason || undefined };
    if (!(await command.send(input))) return;
    form.drop();
    replaceWith('/packages/repairs/detail/index', { id });
  };
  return { ...form, send, error: command.error, fields: command.fields };
}

type Publishing = ReturnType<typeof usePublishing>;

function Fields({ value, change, fields, repair }: Publishing & { repair: RepairDetail }) {
  return (
    <>
      <TextInput
        label="一共花了（元）"
        hint={`估价 ${repair.estimateWords}`}
        kind="digit"
        value={value.yuan}
        onChange={(yuan) => change({ yuan })}
        max={13}
        error={fields.amount}
      />
      <TextInput
        label="施工单位"
        value={value.contractor}
        onChange={(contractor) => change({ contractor })}
        max={40}
        error={fields.contractor}
      />
      <TextArea
        label="验收情况"
        hint="谁验收的、结果怎么样"
        value={value.acceptance}
        onChange={(acceptance) => change({ acceptance })}
        max={500}
        error={fields.acceptance}
      />
      <DateField
        label="哪一天验收的"
        value={value.doneOn}
        to={dayOf(serverNow())}
        onChange={(doneOn) => change({ doneOn })}
        error={fields.doneOn}
      />
      <DateField
        label="公示到哪一天"
        hint="按规定至少要公示的天数已经算好，往后选"
        value={value.untilOn}
        from={repair.earliestUntilOn}
        onChange={(untilOn) => change({ untilOn })}
        error={fields.untilOn}
      />
    </>
  );
}

function Form({ repair }: { repair: RepairDetail }) {
  const publishing = usePublishing(repair);
  const { value, change, send, error, fields } = publishing;
  const sending = useSending();
  const [asking, setAsking] = useState(false);
  const correcting = repair.bill !== null;
  const bottom = (
    <Button onTap={() => setAsking(true)} reason={sending.reason ?? missingOf(value, correcting)}>
      {correcting ? '更正账单' : '公布账单'}
    </Button>
  );
  return (
    <Page title="公布账单" bottom={bottom}>
      <Notice tone="sky" icon="document" title={repair.title}>
        <Text>{correcting ? '更正以后重新公示，原来的账单大家还看得到。' : '小区所有人都会收到消息。'}</Text>
      </Notice>
      <PhotoPicker
        label="账单、发票和验收的照片"
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      <Fields {...publishing} repair={repair} />
      {correcting && (
        <ReasonField value={value.reason} onChange={(reason) => change({ reason })} error={fields.reason} />
      )}
      {error && <ErrorBox error={error} />}
      <Confirm
        open={asking}
        title="现在公布吗？"
        text={`金额：${value.yuan} 元。公布以后要改，得写理由重新公示。`}
        confirm="现在公布"
        onConfirm={async () => {
          setAsking(false);
          await send();
        }}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

/** What the repair cost and how it was accepted, for at least fifteen days. */
export default function BillPage() {
  const { id = '' } = useRouter().params;
  const repair = useCall('repairs.detail', { id }, { enabled: id !== '' });
  if (repair.data) return <Form repair={repair.data} />;
  return (
    <Page title="公布账单">
      <Loaded of={repair}>{() => null}</Loaded>
    </Page>
  );
}
