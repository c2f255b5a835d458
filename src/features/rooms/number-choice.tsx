import { PickField } from '@/components/pick-field/pick-field';

/** Numbers as the choices of a field. */
const choices = (values: readonly number[], text: (value: number) => string) =>
  values.map((value) => ({ id: String(value), title: text(value) }));

interface NumberChoiceProps {
  label: string;
  hint?: string;
  error?: string;
  value: number;
  offered: readonly number[];
  text: (value: number) => string;
  onChange: (value: number) => void;
}

/** One of a few figures; the one that stands is always among them. */
export function NumberChoice({ value, offered, text, onChange, ...field }: NumberChoiceProps) {
  const all = [...new Set([...offered, value])].sort((a, b) => a - b);
  return (
    <PickField
      {...field}
      choices={choices(all, text)}
      value={String(value)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
