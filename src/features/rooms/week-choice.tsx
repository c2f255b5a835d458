import { useState } from 'react';
import { Calendar } from '@/components/date-field/date-field';
import { Segments } from '@/components/segments/segments';
import { Sheet } from '@/components/sheet/sheet';
import { dayAfter, mondayOf } from '@/services/day';

interface WeekChoiceProps {
  /** The server's day. */
  today: string;
  /** Days ahead that the room can be booked. */
  most: number;
  /** Monday of the week that is shown. */
  value: string;
  onChange: (monday: string) => void;
}

/** 本周, 下周, or a day of the calendar. */
export function WeekChoice({ today, most, value, onChange }: WeekChoiceProps) {
  const [open, setOpen] = useState(false);
  const first = mondayOf(today);
  const next = dayAfter(first, 7);
  const other = value === first || value === next ? null : value;
  const otherText = other ? `${Number(other.slice(5, 7))}月${Number(other.slice(8))}日那周` : '选日期';
  const segments = [
    { id: first, text: '本周' },
    { id: next, text: '下周' },
    { id: other ?? 'pick', text: otherText, icon: 'calendar' as const },
  ];
  const change = (id: string) => {
    if (id === 'pick' || id === other) setOpen(true);
    else onChange(id);
  };
  const pick = (on: string) => {
    onChange(mondayOf(on));
    setOpen(false);
  };
  return (
    <>
      <Segments label="看哪一周" segments={segments} value={value} onChange={change} />
      <Sheet open={open} title="看哪一天" onClose={() => setOpen(false)}>
        <Calendar value={other} from={today} to={dayAfter(today, most)} onPick={pick} />
      </Sheet>
    </>
  );
}
