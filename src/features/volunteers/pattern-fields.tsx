import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import { PickField } from '@/components/pick-field/pick-field';
import { TextInput } from '@/components/text-input/text-input';
import { TimeField } from '@/components/time-field/time-field';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import type { Pattern } from './shift-pattern';
import './volunteers.scss';

interface PatternFieldsProps {
  value: Pattern;
  change: (part: Partial<Pattern>) => void;
  fields: Record<string, string>;
}

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((text, n) => ({
  id: String(n + 1),
  text,
}));

function Weekdays({ value, change, fields }: PatternFieldsProps) {
  const turn = (id: string) => {
    const { weekdays } = value;
    change({
      weekdays: weekdays.includes(id) ? weekdays.filter((one) => one !== id) : [...weekdays, id].sort(),
    });
  };
  return (
    <Field label="星期几" hint="一个都不选，就是每天" error={fields.weekdays}>
      <View className="volunteer-turns">
        {WEEK.map(({ id, text }) => {
          const on = value.weekdays.includes(id);
          return (
            <Button
              key={id}
              size="small"
              kind={on ? 'main' : 'plain'}
              icon={on ? 'check' : undefined}
              label={on ? `${text}，已选` : text}
              onTap={() => turn(id)}
            >
              {text}
            </Button>
          );
        })}
      </View>
    </Field>
  );
}

/** On which days, from when to when. */
export function PatternDays({ value, change, fields }: PatternFieldsProps) {
  const overnight = value.from !== null && value.to !== null && value.to <= value.from;
  return (
    <>
      <DateField
        label="从哪一天"
        value={value.firstOn}
        from={dayOf(serverNow())}
        onChange={(firstOn) => change({ firstOn })}
        error={fields.firstOn}
      />
      <DateField
        label="到哪一天"
        hint="只排一天就不用选"
        optional
        value={value.lastOn}
        from={value.firstOn ?? dayOf(serverNow())}
        onChange={(lastOn) => change({ lastOn })}
        error={fields.lastOn}
      />
      <Weekdays value={value} change={change} fields={fields} />
      <TimeField
        label="几点开始"
        allDay
        value={value.from}
        onChange={(from) => change({ from })}
        error={fields.from}
      />
      <TimeField
        label="几点结束"
        hint={overnight ? '这一班过半夜，第二天结束' : '比开始早，就是第二天结束'}
        allDay
        value={value.to}
        onChange={(to) => change({ to })}
        error={fields.to}
      />
    </>
  );
}

const DEADLINES = [
  { id: '0', title: '开始以前都可以' },
  { id: '2', title: '开始前2小时' },
  { id: '12', title: '开始前12小时' },
  { id: '24', title: '开始前一天' },
  { id: '48', title: '开始前两天' },
];

/** How many people, and until when they may step back freely. */
export function PatternPeople({ value, change, fields }: PatternFieldsProps) {
  return (
    <>
      <TextInput
        label="每班要几个人"
        kind="number"
        max={3}
        value={value.places}
        onChange={(places) => change({ places })}
        error={fields.places}
      />
      <TextInput
        label="候补几个人"
        hint="有人退出，系统按顺序问候补的人；不要候补就填0"
        kind="number"
        max={3}
        value={value.waitlist}
        onChange={(waitlist) => change({ waitlist })}
        error={fields.waitlist}
      />
      <PickField
        label="什么时候以前可以随便退出"
        hint="过了也能退，要写原因"
        choices={DEADLINES}
        value={value.withdrawHours}
        onChange={(withdrawHours) => change({ withdrawHours })}
        error={fields.withdrawHours}
      />
    </>
  );
}
