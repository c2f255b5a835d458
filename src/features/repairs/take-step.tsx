import type { RepairDetail } from '@contract/repairs';
import { DateField } from '@/components/date-field/date-field';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

const WORDS = {
  apply: {
    title: '申请用维修资金',
    confirm: '记上申请，通知全体业主',
    photos: '申请书或回执的照片',
    who: '申请人',
    text: '向哪里申请、申请什么',
  },
  begin: {
    title: '开工抢修',
    confirm: '记上开工',
    photos: '开工现场的照片',
    who: '施工单位和负责人',
    text: '怎么修、大概几天',
  },
} as const;

interface TakeStepProps {
  repair: RepairDetail;
  step: keyof typeof WORDS;
  onClose: () => void;
}

const blank = () => ({ doneOn: null as string | null, responsible: '', text: '', photos: [] as string[] });
type Written = ReturnType<typeof blank>;

function missingOf({ doneOn, responsible, text, photos }: Written): string | undefined {
  if (photos.length === 0) return '请拍照片作证明';
  if (!doneOn) return '请选择是哪一天';
  return responsible.trim() && text.trim() ? undefined : '请写负责人和说明';
}

/** The application and the beginning of the work: day, who, words, photo. */
export function TakeStep({ repair, step, onClose }: TakeStepProps) {
  const words = WORDS[step];
  const { value, change, drop } = useDraftForm<Written>(`repair:${repair.id}:${step}`, blank);
  const sending = useSending();
  const command = useCommand(`repairs.${step}`);
  const send = async () => {
    const { doneOn, ...said } = value;
    if (!doneOn) return;
    if (!(await command.send({ id: repair.id, revision: repair.revision, doneOn, ...said }))) return;
    drop();
    onClose();
  };
  return (
    <Confirm
      open
      title={words.title}
      confirm={words.confirm}
      reason={sending.reason ?? missingOf(value)}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <PhotoPicker
        label={words.photos}
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      <DateField
        label="哪一天"
        value={value.doneOn}
        to={dayOf(serverNow())}
        onChange={(doneOn) => change({ doneOn })}
        error={command.fields.doneOn}
      />
      <TextInput
        label={words.who}
        value={value.responsible}
        onChange={(responsible) => change({ responsible })}
        max={40}
        error={command.fields.responsible}
      />
      <TextArea
        label={words.text}
        value={value.text}
        onChange={(text) => change({ text })}
        max={500}
        error={command.fields.text}
      />
    </Confirm>
  );
}
