import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Choice, ChoiceList } from '../choice-list/choice-list';
import { Field, type FieldProps } from '../field/field';
import { Icon, type IconName } from '../icon/icon';
import { Sheet } from '../sheet/sheet';
import { Tap } from '../tap/tap';

export interface PickBoxProps {
  label: string;
  /** What was picked, or null. */
  text: string | null;
  placeholder: string;
  icon?: IconName;
  onTap: () => void;
}

/** The box of a field that is tapped and not typed into. */
export function PickBox({ label, text, placeholder, icon = 'down', onTap }: PickBoxProps) {
  return (
    <Tap className="field-box" onTap={onTap} label={`${label}：${text ?? placeholder}`}>
      <View className={text === null ? 'pick-text field-box-empty' : 'pick-text'}>
        <Text>{text ?? placeholder}</Text>
      </View>
      <Icon name={icon} className="field-box-empty" />
    </Tap>
  );
}

export interface PickFieldProps<Id extends string> extends Omit<FieldProps, 'children' | 'counter'> {
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
}

/** One of many, picked from a sheet of large rows: a spinning wheel is hard for old hands. */
export function PickField<Id extends string>(props: PickFieldProps<Id>) {
  const { choices, value, onChange, placeholder = '请选择', ...field } = props;
  const [open, setOpen] = useState(false);
  const picked = choices.find((choice) => choice.id === value);
  const pick = (id: Id) => {
    onChange(id);
    setOpen(false);
  };
  return (
    <Field {...field}>
      <PickBox
        label={field.label}
        text={picked?.title ?? null}
        placeholder={placeholder}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={field.label} onClose={() => setOpen(false)}>
        <ChoiceList label={field.label} choices={choices} value={value} onChange={pick} />
      </Sheet>
    </Field>
  );
}
