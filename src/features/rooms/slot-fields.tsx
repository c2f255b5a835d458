import type { RoomDay } from '@contract/bookings';
import { lengthText } from '@/services/day';
import { MinuteField } from './minute-field';
import { endsFrom, type Lengths, startsOf } from './room-day';
import type { Slot } from './slot';

interface SlotFieldsProps {
  day: RoomDay;
  lengths: Lengths;
  slot: Slot;
  onChange: (slot: Slot) => void;
  fields: Record<string, string>;
}

/** From when to when on the chosen day, out of what is free. */
export function SlotFields({ day, lengths, slot, onChange, fields }: SlotFieldsProps) {
  const start = (from: number) => {
    const ends = endsFrom(day, from, lengths);
    const wanted = from + (slot.to - slot.from);
    onChange({ ...slot, from, to: ends.includes(wanted) ? wanted : (ends[0] ?? wanted) });
  };
  return (
    <>
      <MinuteField
        label="从几点"
        value={slot.from}
        offered={startsOf(day, lengths)}
        onChange={start}
        error={fields.from}
      />
      <MinuteField
        label="到几点"
        hint={`一共 ${lengthText(slot.to - slot.from)}`}
        value={slot.to}
        offered={endsFrom(day, slot.from, lengths)}
        onChange={(to) => onChange({ ...slot, to })}
        error={fields.to}
      />
    </>
  );
}
