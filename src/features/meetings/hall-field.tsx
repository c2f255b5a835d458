import type { RoomWeek } from '@contract/bookings';
import { useState } from 'react';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { minuteOf } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { timesOf, type Times } from './use-times';

const NONE = { id: 'none', title: '不用预约的场地', note: '在下面写地点，比如坝子里' } as const;

interface HallFieldProps {
  placeId: string;
  times: Times;
  value: string | null;
  /** The room's name with its venue, for the line that says where; null where none is taken. */
  onChange: (roomId: string | null, venue: string | null) => void;
  error?: string;
}

/** What stands there at the meeting's time, as far as it is seen now: the server decides. */
function noteOf({ room, days }: RoomWeek, times: Times): string {
  const when = timesOf(times);
  const day = days.find(({ on }) => on === times.on);
  const seats = `坐得下 ${room.capacity} 人`;
  if (!when || !day) return seats;
  const [from, to] = [minuteOf(when.startsAt), minuteOf(when.endsAt)];
  const there = day.taken.find(([begins, ends]) => begins < to && from < ends);
  if (there) return `${seats}，那时${there[2] === 'meeting' ? '有会' : '有人订了'}：${there[3]}`;
  const open = day.open.some((one) => one.from <= from && to <= one.to);
  return `${seats}，${open ? '那时空着' : '那时不开放'}`;
}

function RoomChoice({ venueId, times, value, onChange, error }: HallFieldProps & { venueId: string }) {
  const firstOn = times.on ?? dayOf(serverNow());
  const week = useCall('bookings.week', { placeId: null, venueId, firstOn });
  const choices = (week.data?.rooms ?? []).map((one) => ({
    id: one.room.id,
    title: one.room.name,
    venue: `${one.room.venueName} ${one.room.name}`,
    note: noteOf(one, times),
  }));
  const pick = (id: string) => onChange(id, choices.find((one) => one.id === id)?.venue ?? null);
  return (
    <PickField
      label="订哪一间"
      hint="离开会还有三天以上，会议可以先用，原来订的人会收到通知"
      choices={choices}
      value={value}
      onChange={pick}
      error={error}
    />
  );
}

/** The hall of a meeting, taken in the same step as the meeting is planned. */
export function HallField(props: HallFieldProps) {
  const { placeId, value, onChange } = props;
  const list = useCall('venues.list', { placeId, cursor: null }, { enabled: placeId !== '' });
  const taken = useCall('rooms.detail', { id: value ?? '' }, { enabled: value !== null });
  const [picked, setPicked] = useState<string | null>(null);
  const venues = list.data?.items ?? [];
  if (venues.length === 0) return null;
  const venueId = picked ?? (value === null ? NONE.id : (taken.data?.venueId ?? NONE.id));
  const choose = (id: string) => {
    setPicked(id);
    onChange(null, null);
  };
  return (
    <>
      <PickField
        label="要不要订场地"
        choices={[NONE, ...venues.map(({ id, name, address }) => ({ id, title: name, note: address }))]}
        value={venueId}
        onChange={choose}
      />
      {venueId !== NONE.id && <RoomChoice key={venueId} {...props} venueId={venueId} />}
    </>
  );
}
