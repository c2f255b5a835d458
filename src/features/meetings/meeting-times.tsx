import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/time-field/time-field';
import type { useTimes } from './use-times';

interface MeetingTimesProps {
  times: ReturnType<typeof useTimes>;
  fields: Record<string, string>;
  /** The first day that can be picked. */
  from?: string;
  hint?: string;
}

/** Day, beginning and end of a meeting. */
export function MeetingTimes({ times, fields, from, hint }: MeetingTimesProps) {
  const { value, set } = times;
  return (
    <>
      <DateField
        label="哪一天"
        hint={hint}
        value={value.on}
        from={from}
        onChange={(on) => set({ on })}
        error={fields.startsAt}
      />
      <TimeField label="几点开始" value={value.from} onChange={(time) => set({ from: time })} />
      <TimeField
        label="几点结束"
        value={value.to}
        after={value.from}
        onChange={(time) => set({ to: time })}
        error={fields.endsAt}
      />
    </>
  );
}
