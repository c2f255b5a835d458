import type { Body } from '@contract/decision';
import type { PathRecordView, RecordedStep } from '@contract/paths';
import { Text } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useSending } from '@/components/photo-picker/photo-picker';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { missingOf, type Said, SaidFields, saidFrom } from '@/features/records/said-fields';
import { parameterText } from '@/services/parameter-text';

interface FormProps {
  matterId: string;
  step: RecordedStep;
  title: string;
  /** The meeting whose step it is, as the board named it. */
  meetingId: string | null;
  /** The entry that is corrected; null for the first one. */
  wrong: PathRecordView | null;
}

function useRecording({ matterId, step, meetingId, wrong }: FormProps) {
  const name = `path:${matterId}:${step}:${wrong?.id ?? ''}`;
  const form = useDraftForm<Said>(name, () => saidFrom(wrong));
  const record = useCommand('paths.record');
  const correct = useCommand('paths.correct');
  const command = wrong ? correct : record;
  const send = async () => {
    const { doneOn, responsible, text, photos, reason } = form.value;
    if (!doneOn) return;
    const said = { matterId, doneOn, responsible, text, photos };
    const saved = wrong
      ? await correct.send({ ...said, recordId: wrong.id, reason })
      : await record.send({ ...said, step, meetingId });
    if (!saved) return;
    form.drop();
    void Taro.navigateBack();
  };
  return { ...form, send, error: command.error, fields: command.fields };
}

const WORDS = {
  photos: { label: '会议记录或文件的照片', hint: '拍清楚日期、内容和签名' },
  day: '哪一天办的',
  who: { label: '负责人', hint: '单位和姓名，例如：社区党委 张三' },
  text: { label: '说明', hint: '谁参加、定了什么' },
};

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
      <SaidFields
        value={value}
        change={change}
        fields={fields}
        words={WORDS}
        onSending={sending.onSending}
        correcting={wrong !== null}
      />
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
    const { meetingId } = board.data;
    const form = { matterId: id, step: step as RecordedStep, title: parameterText(title), meetingId, wrong };
    return <Form key={wrong?.id ?? ''} {...form} />;
  }
  return (
    <Page title="记下一步">
      <Loaded of={board}>{() => null}</Loaded>
    </Page>
  );
}
