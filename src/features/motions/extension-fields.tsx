import { PickField } from '@/components/pick-field/pick-field';
import type { MotionForm } from './use-draft-motion';

interface ExtensionFieldsProps {
  form: MotionForm;
  change: (part: Partial<MotionForm>) => void;
  fields: Record<string, string>;
}

const DAYS = [0, 1, 3, 5, 7, 10] as const;
type Days = `${(typeof DAYS)[number]}`;

const CHOICES = DAYS.map((days) => ({
  id: String(days) as Days,
  title: days === 0 ? '不延长，到时间就截止' : `自动延长${days}天，只一次`,
  note: days === 0 ? '投票开始以后，谁也不能再往后改' : undefined,
}));

/** Whether the closing is put off where too few take part: told to everybody with the vote, and decided by nobody later (EXT-1). */
export function ExtensionFields({ form, change, fields }: ExtensionFieldsProps) {
  return (
    <PickField<Days>
      label="快截止时，参加的人不够怎么办"
      choices={CHOICES}
      value={CHOICES.find(({ id }) => id === String(form.extensionDays ?? 0))?.id ?? null}
      onChange={(id) => change({ extensionDays: Number(id) || null })}
      error={fields.extension ?? fields['extension.days']}
    />
  );
}
