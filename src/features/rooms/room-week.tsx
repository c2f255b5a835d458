import type { RoomDay, RoomWeek } from '@contract/bookings';
import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { Segments } from '@/components/segments/segments';
import { WEEKDAYS, weekdayOf } from '@/services/day';
import { useElder } from '@/services/elder';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import { DayList } from './day-list';
import { columnsOf, partedColumns, type Taken } from './room-day';
import type { Slot } from './slot';
import { slotFrom } from './slot';
import { WeekGrid } from './week-grid';

interface RoomWeekProps {
  week: RoomWeek;
  today: string;
  slot: Slot | null;
  onSlot: (slot: Slot) => void;
  onTaken: (on: string, taken: Taken) => void;
}

/** Days that have other hours than usual, with their reason. */
function Reasons({ days }: { days: readonly RoomDay[] }) {
  return (
    <>
      {days.map(({ on, why }) =>
        why === null ? null : (
          <Notice key={on} tone="clay" icon="info" title={`${dayText(on, serverNow())}：${why}`} />
        ),
      )}
    </>
  );
}

const name = (day: RoomDay | undefined) => (day ? WEEKDAYS[weekdayOf(day.on)] : '');
const partText = (part: readonly RoomDay[]) =>
  part.length > 1 ? `${name(part[0])}到${name(part.at(-1))}` : String(name(part[0]));

function Grid({ week, slot, onSlot, onTaken, columns }: RoomWeekProps & { columns: readonly RoomDay[] }) {
  const parts = partedColumns(columns);
  const wanted = parts.findIndex((part) => part.some(({ on }) => on === slot?.on));
  const [chosen, setChosen] = useState(Math.max(0, wanted));
  const shown = parts[chosen] ?? parts[0] ?? [];
  return (
    <>
      {parts.length > 1 && (
        <Segments
          label="看哪几天"
          inner
          segments={parts.map((part, n) => ({ id: String(n), text: partText(part) }))}
          value={String(parts[chosen] ? chosen : 0)}
          onChange={(id) => setChosen(Number(id))}
        />
      )}
      <WeekGrid
        days={shown}
        lengths={week.room.rules}
        slot={slot}
        onTap={({ on, start, taken }) => {
          const day = shown.find((one) => one.on === on);
          const begun = day && start !== null ? slotFrom(day, start, week.room.rules) : null;
          if (begun) onSlot(begun);
          else if (taken) onTaken(on, taken);
        }}
      />
    </>
  );
}

/** One room's week: a grid, or in large print one day after the other. */
export function RoomWeekView(props: RoomWeekProps) {
  const { week, today, slot, onSlot, onTaken } = props;
  const elder = useElder();
  const [on, setOn] = useState(slot?.on ?? '');
  const columns = columnsOf(week.days, today);
  const closed = week.days.filter((day) => day.on >= today && day.why !== null);
  if (columns.length === 0) {
    return (
      <>
        <Reasons days={closed} />
        <Empty icon="calendar" title="这一周没有开放的时间" text="请看下一周，或者选别的日期。" />
      </>
    );
  }
  return (
    <>
      <Reasons days={closed} />
      {elder ? (
        <DayList
          days={columns}
          lengths={week.room.rules}
          on={on}
          onDay={setOn}
          onTap={(day, { from, taken }) => {
            const begun = taken ? null : slotFrom(day, from, week.room.rules);
            if (begun) onSlot(begun);
            else if (taken) onTaken(day.on, taken);
          }}
        />
      ) : (
        <Grid {...props} columns={columns} />
      )}
    </>
  );
}
