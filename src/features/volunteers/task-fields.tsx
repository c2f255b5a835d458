import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { PickField } from '@/components/pick-field/pick-field';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import type { TaskForm } from './use-task-form';

/** What, and where. */
export function TaskWhat({ value, change, fields }: TaskForm) {
  return (
    <>
      <TextInput
        label="名称"
        placeholder="比如：夜间巡防"
        value={value.title}
        onChange={(title) => change({ title })}
        max={24}
        error={fields.title}
      />
      <TextArea
        label="做什么"
        placeholder="比如：两人一组，绕小区走两圈，看门锁、看消防通道"
        value={value.what}
        onChange={(what) => change({ what })}
        max={500}
        error={fields.what}
      />
      <TextInput
        label="在哪里集合"
        placeholder="比如：东门门卫室"
        value={value.where}
        onChange={(where) => change({ where })}
        max={60}
        error={fields.where}
      />
    </>
  );
}

const RISKS = [
  { id: 'some', title: '有风险，写在下面', note: '报名的人先看到，再决定' },
  { id: 'none', title: '没有特别的风险' },
] as const;

const DANGERS = [
  { id: 'no', title: '不是' },
  { id: 'yes', title: '是，有危险', note: '要先登记保险，满18岁才能报名' },
] as const;

/** What can happen: said beforehand, or said that there is nothing (TASK-1). */
export function TaskRisks({ value, change, fields }: TaskForm) {
  const { risky, dangerous } = value;
  return (
    <>
      <Field label="有没有风险" hint="说清楚才能报名" error={fields.risks}>
        <ChoiceList
          label="有没有风险"
          choices={RISKS}
          value={risky === null ? null : risky ? 'some' : 'none'}
          onChange={(chosen) => change({ risky: chosen === 'some' })}
        />
      </Field>
      {risky && (
        <TextArea
          label="有什么风险"
          placeholder="比如：夜里路滑，可能遇到醉酒的人"
          value={value.risks}
          onChange={(risks) => change({ risks })}
          max={200}
          error={fields['risks.text']}
        />
      )}
      <Field label="是不是有危险的活" hint="登高、用电、抢险这一类" error={fields.dangerous}>
        <ChoiceList
          label="是不是有危险的活"
          choices={DANGERS}
          value={dangerous === null ? null : dangerous ? 'yes' : 'no'}
          onChange={(chosen) => change({ dangerous: chosen === 'yes' })}
        />
      </Field>
    </>
  );
}

const AGES = ['6', '14', '16', '18'].map((id) => ({
  id,
  title: `满${id}岁`,
  note: Number(id) < 18 ? '未满18岁的要监护人同意' : undefined,
}));

/** Who may come, and with what. */
export function TaskPeople({ value, change, fields }: TaskForm) {
  return (
    <>
      <PickField
        label="多大年纪可以来"
        choices={AGES}
        value={value.minimumAge}
        onChange={(minimumAge) => change({ minimumAge })}
        error={fields.minimumAge}
      />
      <TextInput
        label="要什么特长"
        hint="最多5项，用顿号隔开"
        optional
        value={value.skills}
        onChange={(skills) => change({ skills })}
        error={fields.skills}
      />
      <TextInput
        label="要带什么"
        optional
        placeholder="比如：手电、雨衣"
        value={value.bring}
        onChange={(bring) => change({ bring })}
        max={100}
        error={fields.bring}
      />
      <TextInput
        label="要先培训什么"
        optional
        value={value.training}
        onChange={(training) => change({ training })}
        max={100}
        error={fields.training}
      />
    </>
  );
}
