import type { Body } from '@contract/decision';
import type { PathRecordView, RecordedStep } from '@contract/paths';
import { Text } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { parameterText } from '@/services/parameter-text';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

interface FormProps {
  matterId: string;
  step: RecordedStep;
  title: string;
  /** The entry that is corrected; null for the first one. */
  wrong: PathRecordView | null;
}

interface Written {
  doneOn: string | null;
  responsible: string;
  text: string;
  photos: string[];
  reason: string;
}

function begun(wrong: PathRecordView | null): Written {
  const { doneOn = null, responsible = '', text = '', photos = [] } = wrong ?? {};
  return { doneOn, responsible, text, photos, reason: '' };
}

function missingOf({ doneOn, responsible, text, photos, reason }: Written, correcting: boolean) {
  if (photos.length === 0) return '请拍会议记录或文件的照片';
  if (!doneOn) return '请选择是哪一天';
  if (!responsible.trim() || !text.trim()) return '请写负责人和说明';
  return correcting && !reason.trim() ? '请写更正的理由' : undefined;
}

function useRecording({ matterId, step, wrong }: FormProps) {
  const name = `path:${matterId}:${step}:${wrong?.id ?? ''}`;
  const form = useDraftForm<Written>(name, () => begun(wrong));
  const record = useCommand('paths.record');
  const correct = useCommand('paths.correct');
  const command = wrong ? correct : record;
  const send = async () => {
    const { doneOn, responsible, text, photos, reason } = form.value;
    if (!doneOn) return;
    const said = { matterId, doneOn, responsible, text, photos };
    const saved = wrong
      ? await correct.send({ ...said, recordId: wrong.id, reason })
      : await record.send({ ...said, step });
    if (!saved) return;
    form.drop();
    void Taro.navigateBack();
  };
  return { ...form, send, error: command.error, fields: command.fields };
}

function Form(props: FormProps) {
  const { title, wrong } = props;
  const { value, change, send, error, fields } = useRecording(props);
  const sending = useSending();
  const bottom = (
    <Button onTap={send} reason={sending.reason ?? missingOf(value, wrong !== null)} busyText="正在记下…">
      {wrong ? '更正' : '记下这一步'}
    </Button>
  );
  return (
    <Page title="记下一步" bottom={bottom}>
      <Notice tone="sky" icon="law" title={title}>
        <Text>大家都看得到。写错了可以更正，原来写的也会留着。</Text>
      </Notice>
      <PhotoPicker
        label="会议记录或文件的照片"
        hint="拍清楚日期、内容和签名"
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      {fields.photos && <Notice tone="brand" icon="warn" title={fields.photos} />}
      <DateField
        label="哪一天办的"
        value={value.doneOn}
        to={dayOf(serverNow())}
        onChange={(doneOn) => change({ doneOn })}
        error={fields.doneOn}
      />
      <TextInput
        label="负责人"
        hint="单位和姓名，例如：社区党委 张三"
        value={value.responsible}
        onChange={(responsible) => change({ responsible })}
        max={40}
        error={fields.responsible}
      />
      <TextArea
        label="说明"
        hint="谁参加、定了什么"
        value={value.text}
        onChange={(text) => change({ text })}
        max={500}
        error={fields.text}
      />
      {wrong && (
        <TextArea
          label="为什么更正"
          value={value.reason}
          onChange={(reason) => change({ reason })}
          max={200}
          error={fields.reason}
        />
      )}
      {error && <ErrorBox error={error} />}
    </Page>
  );
}

/** Recording a step that the data cannot prove by themselves, or putting a wrong entry right. */
export default function RecordPage() {
  const { id = '', body, step = '', recordId, title = '' } = useRouter().params;
  const asked = { matterId: id, body: (body as Body | undefined) ?? null };
  const board = useCall('paths.board', asked, { enabled: id !== '' });
  if (board.data) {
    const shown = board.data.steps.find((one) => one.step === step);
    const wrong = recordId ? (shown?.record ?? null) : null;
    const form = { matterId: id, step: step as RecordedStep, title: parameterText(title), wrong };
    return <Form key={wrong?.id ?? ''} {...form} />;
  }
  return (
    <Page title="记下一步">
      <Loaded of={board}>{() => null}</Loaded>
    </Page>
  );
}
