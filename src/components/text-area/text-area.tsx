import { Textarea, View } from '@tarojs/components';
import { Field, type FieldProps } from '../field/field';
import { fieldName } from '../field/field-name';
import './text-area.scss';

export interface TextAreaProps extends Omit<FieldProps, 'children' | 'counter'> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Letters allowed. More can be typed and is counted, so that nothing somebody dictated is cut off unseen. */
  max: number;
}

/** Several lines of text, with label and counter. */
export function TextArea({ value, onChange, placeholder, max, ...field }: TextAreaProps) {
  return (
    <Field {...field} counter={{ used: value.length, max }}>
      <View className="field-box text-area-box">
        <Textarea
          className="text-area"
          value={value}
          placeholder={placeholder}
          placeholderClass="field-box-empty"
          maxlength={-1}
          autoHeight
          onInput={(event) => onChange(event.detail.value)}
          {...fieldName(field.label)}
        />
      </View>
    </Field>
  );
}
