import type { Me } from '@contract/members';
import type { Purpose, RoomSummary } from '@contract/rooms';
import { PickField } from '@/components/pick-field/pick-field';
import { TextInput } from '@/components/text-input/text-input';
import { useDraftForm } from '@/features/calls/use-draft';
import { useMe } from '@/features/members/use-me';

/** What a booking is for. */
export interface BookingWords {
  purpose: Purpose | null;
  people: string;
  homeId: string | null;
  note: string;
}

/** Kept on the phone for the room until it is booked. */
export const useBookingWords = (roomId: string) =>
  useDraftForm<BookingWords>(`booking:${roomId}`, () => ({
    purpose: null,
    people: '',
    homeId: null,
    note: '',
  }));

const WHOLE = /^[1-9]\d{0,3}$/;

/** Why it cannot be sent yet. */
export function missingWords(
  { purpose, people }: BookingWords,
  { capacity }: Pick<RoomSummary, 'capacity'>,
): string | undefined {
  if (!purpose) return '请选用来做什么';
  if (!WHOLE.test(people.trim())) return '请写来多少人';
  return Number(people.trim()) > capacity ? `这一间坐得下 ${capacity} 人，请改人数或换一间大的` : undefined;
}

export const inputOf = ({ purpose, people, homeId, note }: BookingWords) => ({
  purpose: purpose ?? ('other' as const),
  people: Number(people.trim()),
  homeId,
  note,
});

interface BookingFieldsProps {
  room: RoomSummary;
  value: BookingWords;
  change: (part: Partial<BookingWords>) => void;
  fields: Record<string, string>;
}

function HomeChoice({ me, value, change }: Pick<BookingFieldsProps, 'value' | 'change'> & { me: Me }) {
  if (me.ties.length < 2) return null;
  return (
    <PickField
      label="算哪一家的"
      hint="次数按户算"
      optional
      choices={me.ties.map(({ homeId, label }) => ({ id: homeId, title: label }))}
      value={value.homeId}
      onChange={(homeId) => change({ homeId })}
    />
  );
}

/** What for, how many, whose. */
export function BookingFields({ room, value, change, fields }: BookingFieldsProps) {
  const me = useMe();
  return (
    <>
      <PickField
        label="用来做什么"
        hint="别人只看到用途，看不到您的名字"
        choices={room.purposes.map(({ purpose, label }) => ({ id: purpose, title: label }))}
        value={value.purpose}
        onChange={(purpose) => change({ purpose })}
        error={fields.purpose}
      />
      <TextInput
        label="来多少人"
        hint={`这一间坐得下 ${room.capacity} 人`}
        kind="number"
        max={4}
        value={value.people}
        onChange={(people) => change({ people })}
        error={fields.people}
      />
      {me.data && <HomeChoice me={me.data} value={value} change={change} />}
      <TextInput
        label="给社区的话"
        optional
        value={value.note}
        onChange={(note) => change({ note })}
        max={100}
        placeholder="比如：要用投影"
        error={fields.note}
      />
    </>
  );
}
