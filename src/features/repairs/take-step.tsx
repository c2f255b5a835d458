import type { CorrectedStep, RepairDetail } from '@contract/repairs';
import { useSending } from '@/components/photo-picker/photo-picker';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import {
  missingOf,
  type Said,
  SaidFields,
  type SaidFieldsProps,
  saidFrom,
} from '@/features/records/said-fields';

const WORDS = {
  found: {
    title: '发现险情',
    confirm: '',
    photos: { label: '险情的照片' },
    who: { label: '谁发现的' },
    text: { label: '哪里坏了、有什么危险' },
    day: '哪一天',
  },
  applied: {
    title: '申请用维修资金',
    confirm: '记上申请，通知全体业主',
    photos: { label: '申请书或回执的照片' },
    who: { label: '申请人' },
    text: { label: '向哪里申请、申请什么' },
    day: '哪一天',
  },
  working: {
    title: '开工抢修',
    confirm: '记上开工',
    photos: { label: '开工现场的照片' },
    who: { label: '施工单位和负责人' },
    text: { label: '怎么修、大概几天' },
    day: '哪一天',
  },
} as const;

interface StepSheetProps {
  /** Of the draft: what was written survives closing the sheet. */
  name: string;
  before?: Said;
  words: SaidFieldsProps['words'];
  title: string;
  text?: string;
  confirm: string;
  /** Asks for the reason as well. */
  correcting?: boolean;
  command: Pick<ReturnType<typeof useCommand>, 'error' | 'fields'>;
  /** Whether it was saved. */
  save: (said: Said & { doneOn: string }) => Promise<boolean>;
  onClose: () => void;
}

/** What both sheets have: the fields of a recorded step, kept as a draft until they are saved. */
function StepSheet(props: StepSheetProps) {
  const { name, before, words, title, text, confirm, correcting = false, command, save, onClose } = props;
  const { value, change, drop } = useDraftForm<Said>(name, () => before ?? saidFrom());
  const sending = useSending();
  const send = async () => {
    const { doneOn } = value;
    if (!doneOn || !(await save({ ...value, doneOn }))) return;
    drop();
    onClose();
  };
  return (
    <Confirm
      open
      title={title}
      text={text}
      confirm={confirm}
      reason={sending.reason ?? missingOf(value, correcting)}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <SaidFields
        value={value}
        change={change}
        fields={command.fields}
        words={words}
        onSending={sending.onSending}
        correcting={correcting}
      />
    </Confirm>
  );
}

interface TakeStepProps {
  repair: RepairDetail;
  step: 'applied' | 'working';
  onClose: () => void;
}

/** The application and the beginning of the work: day, who, words, photo. */
export function TakeStep({ repair: { id, revision }, step, onClose }: TakeStepProps) {
  const words = WORDS[step];
  const command = useCommand(step === 'applied' ? 'repairs.apply' : 'repairs.begin');
  const save = async ({ reason: _none, ...said }: Said & { doneOn: string }) =>
    Boolean(await command.send({ id, revision, ...said }));
  const { title, confirm } = words;
  return <StepSheet name={`repair:${id}:${step}`} {...{ words, title, confirm, command, save, onClose }} />;
}

interface CorrectStepProps {
  repair: RepairDetail;
  step: CorrectedStep;
  onClose: () => void;
}

/** Puts a wrong entry right: what it said before stays to be read (URG-7). */
export function CorrectStep({ repair, step, onClose }: CorrectStepProps) {
  const words = WORDS[step];
  const { id, revision, steps } = repair;
  const before = steps.find((one) => one.step === step);
  const command = useCommand('repairs.correct');
  const save = async (said: Said & { doneOn: string }) =>
    Boolean(await command.send({ id, revision, step, ...said }));
  return (
    <StepSheet
      name={`repair:${id}:correct:${step}:${before?.earlier.length ?? 0}`}
      before={saidFrom(before && { ...before, responsible: before.responsible ?? '', text: before.words })}
      title={`更正：${words.title}`}
      text="原来写的和更正的理由，大家都看得到。"
      confirm="更正"
      correcting
      {...{ words, command, save, onClose }}
    />
  );
}
