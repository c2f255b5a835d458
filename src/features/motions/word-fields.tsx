import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { TimeField } from '@/components/time-field/time-field';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import type { MotionForm } from './use-draft-motion';

interface WordFieldsProps {
  form: MotionForm;
  change: (part: Partial<MotionForm>) => void;
  fields: Record<string, string>;
}

function Options({ form, change, fields }: WordFieldsProps) {
  const { options } = form;
  const put = (n: number, text: string) =>
    change({ options: options.map((one, at) => (at === n ? text : one)) });
  return (
    <>
      {options.map((option, n) => (
        <TextInput
          key={n}
          label={`方案 ${n + 1}`}
          value={option}
          onChange={(text) => put(n, text)}
          max={40}
          error={fields[`options.${n}`]}
        />
      ))}
      {fields.options && <Notice tone="brand" icon="warn" title={fields.options} />}
      <Button
        kind="plain"
        icon="plus"
        onTap={() => change({ options: options.length === 0 ? ['', ''] : [...options, ''] })}
      >
        {options.length === 0 ? '有几个方案让大家选' : '再加一个方案'}
      </Button>
      {options.length > 0 && (
        <Button kind="quiet" onTap={() => change({ options: [] })}>
          不要方案，只问同意不同意
        </Button>
      )}
    </>
  );
}

const INTERIM = [
  { id: 'hidden', title: '结束后才公布票数', note: '中间只显示多少人参加' },
  { id: 'shown', title: '随时看得到票数' },
] as const;

/** The question itself, what goes with it, and when it runs. */
export function WordFields({ form, change, fields }: WordFieldsProps) {
  const today = dayOf(serverNow());
  return (
    <>
      <TextInput
        label="问大家什么"
        value={form.title}
        onChange={(title) => change({ title })}
        placeholder="比如：同意改停车位吗？"
        max={60}
        error={fields.title}
      />
      <TextArea
        label="说明"
        hint="怎么做、花多少钱、谁出、有什么影响"
        value={form.text}
        onChange={(text) => change({ text })}
        max={3000}
        error={fields.text}
      />
      <Options form={form} change={change} fields={fields} />
      <DateField
        label="哪一天开始"
        value={form.opensOn}
        from={today}
        onChange={(opensOn) => change({ opensOn })}
        error={fields.window}
      />
      <TimeField label="几点开始" value={form.opensTime} onChange={(opensTime) => change({ opensTime })} />
      <DateField
        label="哪一天截止"
        value={form.closesOn}
        from={form.opensOn ?? today}
        onChange={(closesOn) => change({ closesOn })}
      />
      <TimeField label="几点截止" value={form.closesTime} onChange={(closesTime) => change({ closesTime })} />
      {form.ballot !== 'secret' && (
        <PickField
          label="中间看得到票数吗"
          choices={INTERIM}
          value={form.interim}
          onChange={(interim) => change({ interim })}
        />
      )}
    </>
  );
}
