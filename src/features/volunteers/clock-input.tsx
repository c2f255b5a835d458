import { TextInput } from '@/components/text-input/text-input';
import { clockOf } from './clock-within';

interface ClockInputProps {
  label: string;
  /** Four digits. */
  value: string;
  onChange: (value: string) => void;
  optional?: boolean;
  error?: string;
}

/** A time to the minute: four digits are quicker than a wheel, and what they mean is said back. */
export function ClockInput({ label, value, onChange, optional, error }: ClockInputProps) {
  const clock = clockOf(value);
  const wrong = value.length === 4 && clock === null ? '没有这个时间，请填4个数字，比如 1905' : undefined;
  return (
    <TextInput
      label={label}
      hint={clock ? `就是 ${clock}` : '4个数字，比如 1905 就是 19:05'}
      kind="number"
      max={4}
      optional={optional}
      value={value}
      onChange={onChange}
      error={error ?? wrong}
    />
  );
}
