import { DateField } from '@/components/date-field/date-field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Notice } from '@/components/notice/notice';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

/** What an office says of a step that it records: the day, who answers for it, words, photos. */
export interface Said {
  doneOn: string | null;
  responsible: string;
  text: string;
  photos: string[];
  /** Why an entry is put right. */
  reason: string;
}

/** Blank, or as the entry that is put right has it. */
export function saidFrom(before?: Partial<Omit<Said, 'reason'>> | null): Said {
  const { doneOn = null, responsible = '', text = '', photos = [] } = before ?? {};
  return { doneOn, responsible, text, photos, reason: '' };
}

/** What is missing before it can be sent, as a sentence. */
export function missingOf({ doneOn, responsible, text, photos, reason }: Said, correcting: boolean) {
  if (photos.length === 0) return '请拍照片作证明';
  if (!doneOn) return '请选择是哪一天';
  if (!responsible.trim() || !text.trim()) return '请写负责人和说明';
  return correcting && !reason.trim() ? '请写更正的理由' : undefined;
}

/** Why an entry or a bill is put right: everybody reads it beside the old one. */
export function ReasonField({ value, onChange, error }: ReasonFieldProps) {
  return <TextArea label="为什么更正" value={value} onChange={onChange} max={200} error={error} />;
}

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  error?: string;
}

interface WordsOfField {
  label: string;
  hint?: string;
}

export interface SaidFieldsProps {
  value: Said;
  change: (part: Partial<Said>) => void;
  /** The server's sentences, by field. */
  fields: Record<string, string>;
  words: { photos: WordsOfField; day: string; who: WordsOfField; text: WordsOfField };
  onSending: (count: number) => void;
  correcting?: boolean;
}

/** The fields of a recorded step, for the lawful path and for urgent repairs alike. */
export function SaidFields({ value, change, fields, words, onSending, correcting = false }: SaidFieldsProps) {
  return (
    <>
      <PhotoPicker
        {...words.photos}
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={onSending}
      />
      {fields.photos && <Notice tone="brand" icon="warn" title={fields.photos} />}
      <DateField
        label={words.day}
        value={value.doneOn}
        to={dayOf(serverNow())}
        onChange={(doneOn) => change({ doneOn })}
        error={fields.doneOn}
      />
      <TextInput
        {...words.who}
        value={value.responsible}
        onChange={(responsible) => change({ responsible })}
        max={40}
        error={fields.responsible}
      />
      <TextArea
        {...words.text}
        value={value.text}
        onChange={(text) => change({ text })}
        max={500}
        error={fields.text}
      />
      {correcting && (
        <ReasonField value={value.reason} onChange={(reason) => change({ reason })} error={fields.reason} />
      )}
    </>
  );
}
