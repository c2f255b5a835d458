import type { OpeningHours } from '@contract/opening-hours';
import { List, ListItem } from '@/components/list-item/list-item';
import { Section } from '@/components/section/section';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { comingExceptions, exceptionDays, periodsText, weeklyLines } from './hours-words';

/** When the door is open: the usual week, and the days that differ with their reason. */
export function HoursList({ hours }: { hours: OpeningHours }) {
  const now = serverNow();
  return (
    <Section title="开放时间">
      <List>
        {weeklyLines(hours.weekly).map(({ days, times }) => (
          <ListItem key={days} icon="clock" title={days} note={times} />
        ))}
        {comingExceptions(hours, dayOf(now)).map((one, n) => (
          <ListItem
            key={`${n} ${one.fromOn}`}
            icon="warn"
            title={exceptionDays(one, now)}
            note={`${periodsText(one.periods)} · ${one.reason}`}
          />
        ))}
      </List>
    </Section>
  );
}
