import type { Roster, RosterDay } from '@contract/shifts';
import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { List } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import { ShiftRow } from './shift-row';

interface RosterDaysProps {
  roster: Roster;
  /** Only shifts where somebody is missing. */
  gapsOnly?: boolean;
  empty: ReactNode;
}

const gapsOf = (day: RosterDay): RosterDay => ({
  ...day,
  shifts: day.shifts.filter(({ missing }) => missing > 0),
});

/** Shifts under their days, each day with how many people are missing. */
export function RosterDays({ roster, gapsOnly = false, empty }: RosterDaysProps) {
  const days = gapsOnly ? roster.days.map(gapsOf).filter(({ shifts }) => shifts.length > 0) : roster.days;
  if (days.length === 0) return empty;
  return (
    <>
      {days.map(({ on, shifts, missing }) => (
        <Section
          key={on}
          title={dayText(on, serverNow())}
          count={missing > 0 ? `还缺 ${missing} 人` : undefined}
        >
          <List>
            {shifts.map((shift) => (
              <ShiftRow key={shift.id} shift={shift} underDay />
            ))}
          </List>
        </Section>
      ))}
      {roster.cut && (
        <Notice tone="clay" title="班太多，只显示前面的">
          <Text>请少选几天再看。</Text>
        </Notice>
      )}
    </>
  );
}
