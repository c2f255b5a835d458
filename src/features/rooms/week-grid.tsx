import type { RoomDay } from '@contract/bookings';
import { Text, View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';
import { WEEKDAYS, minutesText, weekdayOf } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dayOf, dayText } from '@/services/time';
import { type Cell, type Lengths, cellOf, rowsOf, startsOf } from './room-day';
import type { Slot } from './slot';
import './week-grid.scss';

const within = (cell: Cell, slot: Slot | null) =>
  slot !== null && slot.on === cell.on && slot.from < cell.to && cell.from < slot.to;

const OWN: Partial<Record<Cell['kind'], string>> = {
  ...{ mine: '我的', 'mine-pending': '我的待审', 'mine-offered': '留给您' },
  ...{ pending: '待审', offered: '已留' },
};

/** Four characters stand in two lines of a column of 44 px; the whole is read after a tap. */
const shown = (kind: Cell['kind'], label: string) => OWN[kind] ?? [...label].slice(0, 4).join('');

const SPOKEN: Record<Cell['kind'], string> = {
  ...{ free: '可以约', partly: '有一段可以约', taken: '有人订了', pending: '有人申请了', meeting: '要开会' },
  ...{ offered: '留给排队的人', mine: '您订的', 'mine-pending': '您申请的', 'mine-offered': '留给您的' },
  ...{ shut: '不开放', over: '约不了' },
};

interface CellProps {
  cell: Cell;
  chosen: boolean;
  onTap: (cell: Cell) => void;
}

function CellBox({ cell, chosen, onTap }: CellProps) {
  const { on, from, kind, label, taken } = cell;
  const spoken = [dayText(on, serverNow()), minutesText(from), chosen ? '已选' : SPOKEN[kind], taken?.label];
  const idle = kind === 'shut' || kind === 'over';
  return (
    <Tap
      className={`week-cell week-${kind} ${chosen ? 'week-chosen' : ''}`}
      label={spoken.filter(Boolean).join('，')}
      selected={chosen}
      disabled={idle}
      onTap={() => onTap(cell)}
    >
      <Text>{chosen ? '已选' : shown(kind, label)}</Text>
    </Tap>
  );
}

function Head({ days }: { days: readonly RoomDay[] }) {
  const today = dayOf(serverNow());
  return (
    <View className={`week-row week-row-${days.length}`}>
      <View />
      {days.map(({ on }) => (
        <View key={on} className={on === today ? 'week-day week-today' : 'week-day'}>
          <View>
            <Text>{on === today ? '今天' : WEEKDAYS[weekdayOf(on)]}</Text>
          </View>
          <Text>{Number(on.slice(8))}</Text>
        </View>
      ))}
    </View>
  );
}

interface WeekGridProps {
  /** At most five, so that each column is as wide as a finger. */
  days: readonly RoomDay[];
  lengths: Lengths;
  slot: Slot | null;
  onTap: (cell: Cell) => void;
}

/** Hours down, days across: what is free, taken and what for, one's own, waiting, closed. Each cell says it in words. */
export function WeekGrid({ days, lengths, slot, onTap }: WeekGridProps) {
  const columns = days.map((day) => ({ day, starts: startsOf(day, lengths) }));
  return (
    <View className="week-grid">
      <Head days={days} />
      {rowsOf(days).map((row) => (
        <View key={row.from} className={`week-row week-row-${days.length}`}>
          <Text className="week-hour">{minutesText(row.from)}</Text>
          {columns.map(({ day, starts }) => {
            const cell = cellOf(day, row, starts);
            return <CellBox key={day.on} cell={cell} chosen={within(cell, slot)} onTap={onTap} />;
          })}
        </View>
      ))}
    </View>
  );
}
