import type { OpeningHours, Period } from '@contract/opening-hours';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { List, ListItem } from '@/components/list-item/list-item';
import { Segments } from '@/components/segments/segments';
import { WEEKDAYS } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { exceptionDays, periodsText } from './hours-words';
import { PeriodFields } from './period-fields';

type Groups = 'same' | 'weekend' | 'each';
const GROUPS = [
  { id: 'same', text: '每天一样' },
  { id: 'weekend', text: '周末不一样' },
  { id: 'each', text: '每天不同' },
] as const satisfies readonly { id: Groups; text: string }[];

const DAYS: Record<Groups, { name: string; days: readonly number[] }[]> = {
  same: [{ name: '每天', days: [0, 1, 2, 3, 4, 5, 6] }],
  weekend: [
    { name: '周一到周五', days: [0, 1, 2, 3, 4] },
    { name: '周六', days: [5] },
    { name: '周日', days: [6] },
  ],
  each: WEEKDAYS.map((name, day) => ({ name, days: [day] })),
};

const alike = (weekly: readonly Period[][], days: readonly number[]) =>
  new Set(days.map((day) => periodsText(weekly[day] ?? []))).size === 1;

/** The simplest way to write down the hours that stand. */
function groupsOf(weekly: readonly Period[][]): Groups {
  return GROUPS.find(({ id }) => DAYS[id].every(({ days }) => alike(weekly, days)))?.id ?? 'each';
}

interface HoursFieldsProps {
  hours: OpeningHours;
  onChange: (hours: OpeningHours) => void;
  error?: string;
}

/** Opening hours by weekday, as simple as they are; days that differ are listed and can be taken off. */
export function HoursFields({ hours, onChange, error }: HoursFieldsProps) {
  const { weekly, exceptions } = hours;
  const [groups, setGroups] = useState<Groups>(() => groupsOf(weekly));
  const set = (days: readonly number[], periods: Period[]) =>
    onChange({ ...hours, weekly: weekly.map((one, day) => (days.includes(day) ? periods : one)) });
  return (
    <>
      <Field label="开放时间" hint="中午休息就分成两段" error={error}>
        <Segments label="怎么填" segments={GROUPS} value={groups} onChange={setGroups} />
      </Field>
      {DAYS[groups].map(({ name, days }) => (
        <PeriodFields
          key={name}
          name={name}
          periods={weekly[days[0] ?? 0] ?? []}
          onChange={(periods) => set(days, periods)}
        />
      ))}
      {exceptions.length > 0 && (
        <Field label="哪些天不一样">
          <List>
            {exceptions.map((one, n) => (
              <ListItem
                key={`${one.fromOn} ${one.reason}`}
                title={exceptionDays(one, serverNow())}
                note={`${periodsText(one.periods)} · ${one.reason}`}
                right={
                  <Button
                    kind="quiet"
                    size="small"
                    onTap={() => onChange({ ...hours, exceptions: exceptions.filter((_, at) => at !== n) })}
                  >
                    去掉
                  </Button>
                }
              />
            ))}
          </List>
        </Field>
      )}
    </>
  );
}
