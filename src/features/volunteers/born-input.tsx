import { TextInput } from '@/components/text-input/text-input';
import { bornOnOf, bornText } from './day-of-birth';

interface BornInputProps {
  /** Eight digits. */
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** A day of birth in eight digits: a calendar would be turned back for nine hundred months. */
export function BornInput({ value, onChange, error }: BornInputProps) {
  const on = bornOnOf(value);
  const wrong = value.length === 8 && !on ? '没有这一天，请再看看' : undefined;
  return (
    <TextInput
      label="出生日期"
      hint={on ? `就是 ${bornText(on)}` : '8个数字：1953年4月2日，就填 19530402'}
      kind="number"
      max={8}
      value={value}
      onChange={onChange}
      error={error ?? wrong}
    />
  );
}
