import { Input, View } from '@tarojs/components';
import { Field, type FieldProps } from '../field/field';
import { fieldName } from '../field/field-name';
import './text-input.scss';

export interface TextInputProps extends Omit<FieldProps, 'children' | 'counter'> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  max?: number;
  kind?: 'text' | 'number' | 'digit';
  onConfirm?: () => void;
}

/** One line of text, with its label. */
export function TextInput({
  value,
  onChange,
  placeholder,
  max = 60,
  kind = 'text',
  onConfirm,
  ...field
}: TextInputProps) {
  return (
    <Field {...field}>
      <View className="field-box">
        <Input
          className="text-input"
          type={kind}
          value={value}
          placeholder={placeholder}
          placeholderClass="field-box-empty"
          maxlength={max}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onConfirm}
          {...fieldName(field.label)}
        />
      </View>
    </Field>
  );
}
