import type { RepairKind } from '@contract/repairs';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { PlaceField } from '@/features/places/place-field';
import { KINDS } from '@/features/repairs/repair-words';
import { fenOf } from '@/services/figures';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

interface Written {
  placeId: string;
  title: string;
  kind: RepairKind | null;
  where: string;
  danger: string;
  foundOn: string | null;
  yuan: string;
  photos: string[];
}

interface Start {
  placeId: string;
  proposalId?: string;
  title: string;
}

function missingOf({ title, kind, where, danger, foundOn, yuan, photos }: Written): string | undefined {
  if (photos.length === 0) return '请拍险情的照片';
  if (!kind || !title.trim() || !where.trim()) return '请写清楚什么坏了、在哪里';
  if (!danger.trim()) return '请写有什么危险';
  if (!foundOn) return '请选择哪一天发现的';
  return fenOf(yuan) ? undefined : '请填写估价，例如 46200 或 46200.50';
}

function useOpening({ placeId, proposalId, title }: Start) {
  const form = useDraftForm<Written>(`repair:${proposalId ?? placeId}`, () => ({
    ...{ placeId, title, kind: null, where: '', danger: '', foundOn: null, yuan: '', photos: [] },
  }));
  const command = useCommand('repairs.open');
  const send = async () => {
    const { kind, foundOn, yuan, ...said } = form.value;
    const estimate = fenOf(yuan);
    if (!kind || !foundOn || !estimate) return;
    const saved = await command.send({ ...said, kind, foundOn, estimate, proposalId: proposalId ?? null });
    if (!saved) return;
    form.drop();
    replaceWith('/packages/repairs/detail/index', { id: saved.id });
  };
  return { ...form, send, error: command.error, fields: command.fields };
}

type Opening = ReturnType<typeof useOpening>;

function What({ value, change, fields }: Opening) {
  return (
    <>
      <TextInput
        label="什么坏了"
        placeholder="例如：2单元电梯断绳"
        value={value.title}
        onChange={(title) => change({ title })}
        max={40}
        error={fields.title}
      />
      <PickField
        label="哪一类"
        choices={KINDS}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        placeholder="请选择"
        error={fields.kind}
      />
      <TextInput
        label="在哪里"
        placeholder="例如：3栋2单元楼顶"
        value={value.where}
        onChange={(where) => change({ where })}
        max={60}
        error={fields.where}
      />
      <TextArea
        label="有什么危险"
        hint="不马上修会怎么样"
        value={value.danger}
        onChange={(danger) => change({ danger })}
        max={500}
        error={fields.danger}
      />
    </>
  );
}

function Form(start: Start) {
  const opening = useOpening(start);
  const { value, change, send, error, fields } = opening;
  const sending = useSending();
  const bottom = (
    <Button onTap={send} reason={sending.reason ?? missingOf(value)} busyText="正在提交…">
      报上去
    </Button>
  );
  return (
    <Page title="报紧急维修" bottom={bottom}>
      <Notice tone="clay" icon="warn" title="只报等不得的险情">
        <Text>有人受伤、着火、漏气，请先打 120、119 或燃气抢修电话。</Text>
      </Notice>
      <PhotoPicker
        label="险情的照片"
        hint="拍清楚坏在哪里"
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      <PlaceField
        label="哪个小区、哪一栋"
        start={start.placeId}
        value={value.placeId}
        onChange={(placeId) => change({ placeId })}
        error={fields.placeId}
      />
      <What {...opening} />
      <DateField
        label="哪一天发现的"
        value={value.foundOn}
        to={dayOf(serverNow())}
        onChange={(foundOn) => change({ foundOn })}
        error={fields.foundOn ?? fields.doneOn}
      />
      <TextInput
        label="估价（元）"
        hint="最多两位小数"
        kind="digit"
        value={value.yuan}
        onChange={(yuan) => change({ yuan })}
        max={13}
        error={fields.estimate}
      />
      {error && <ErrorBox error={error} />}
    </Page>
  );
}

/** Reports a danger in the common parts that cannot wait for a vote. */
export default function OpenRepairPage() {
  const { placeId = '', proposalId, title = '' } = useRouter().params;
  return <Form placeId={placeId} proposalId={proposalId} title={parameterText(title)} />;
}
