import type { Booked, BookingView, RoomWeek } from '@contract/bookings';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ComponentProps, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BookSheet } from '@/features/rooms/book-sheet';
import { BookedReceipt, WaitingReceipt } from '@/features/rooms/booked-receipt';
import { MoveSheet } from '@/features/rooms/move-sheet';
import type { Taken } from '@/features/rooms/room-day';
import { RoomHead } from '@/features/rooms/room-head';
import { RoomWeekView } from '@/features/rooms/room-week';
import { whenText } from '@/features/rooms/room-words';
import type { Slot } from '@/features/rooms/slot';
import { TakenSheet } from '@/features/rooms/taken-sheet';
import { useRoomWeek } from '@/features/rooms/use-room-week';
import { WeekChoice } from '@/features/rooms/week-choice';
import { useElder } from '@/services/elder';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';

const SIDE_BY_SIDE = 4;

interface Params {
  id?: string;
  on?: string;
  from?: string;
  to?: string;
  move?: string;
}

function slotOf({ on, from, to }: Params): Slot | null {
  return on && from && to ? { on, from: Number(from), to: Number(to) } : null;
}

/** What was done here, which then stands in place of the week. */
type Done = { booked: Booked } | { waiting: BookingView };

function Chosen({ slot }: { slot: Slot | null }) {
  // Large print has a list in place of the grid, where nothing is cut into hours.
  const partly = useElder() ? '' : '“有空”是那一小时里有一段可以约。';
  return (
    <Card>
      <View className={slot ? 'room-slot' : 'room-side'}>
        <Text>{slot ? whenText(slot) : `点一个“可约”的时间，再往下办。${partly}`}</Text>
      </View>
    </Card>
  );
}

interface RoomChoiceProps {
  rooms: readonly RoomWeek[];
  value: string;
  onChange: (id: string) => void;
}

/** Side by side while they are few; of many a list, so that the week stays in sight. */
function RoomChoice({ rooms, value, onChange }: RoomChoiceProps) {
  const all = rooms.map(({ room: { id, name } }) => ({ id, text: name, title: name }));
  if (all.length < 2) return null;
  return all.length <= SIDE_BY_SIDE ? (
    <Segments label="看哪一间" segments={all} value={value} onChange={onChange} />
  ) : (
    <PickField label="看哪一间" choices={all} value={value} onChange={onChange} />
  );
}

/** Books the chosen slot, or moves a booking to it. */
function SlotSheet({ move, ...props }: ComponentProps<typeof BookSheet> & { move: string | undefined }) {
  return move ? <MoveSheet bookingId={move} {...props} /> : <BookSheet {...props} />;
}

function Week({ params, onDone }: { params: Params; onDone: (done: Done) => void }) {
  const { id = '', move } = params;
  const { room, shown, rooms, slot, setSlot, ...week } = useRoomWeek(id, slotOf(params), move);
  const [sheet, setSheet] = useState(false);
  const [taken, setTaken] = useState<{ on: string; taken: Taken } | null>(null);
  const change = (to: string) => replaceWith('/packages/rooms/room/index', { id: to, move });
  const refusal = denial(shown?.room.can.book) ?? (slot && week.day ? undefined : '先点一个可以约的时间');
  return (
    <Page
      title={move ? '改时间' : '预约场地'}
      bottom={
        shown && (
          <Button onTap={() => setSheet(true)} reason={refusal}>
            {move ? '改到这个时间' : '预约这个时间'}
          </Button>
        )
      }
    >
      <Loaded of={room}>{(detail) => <RoomHead room={shown?.room ?? detail} />}</Loaded>
      <RoomChoice rooms={rooms} value={id} onChange={change} />
      {room.data && (
        <WeekChoice
          today={week.today}
          most={room.data.rules.aheadMostDays}
          value={week.monday}
          onChange={week.turn}
        />
      )}
      <Loaded of={{ ...week.week, data: shown }} skeleton={<Skeleton count={3} />}>
        {(one) => (
          <>
            <RoomWeekView
              key={week.monday}
              week={one}
              today={week.today}
              slot={slot}
              onSlot={setSlot}
              onTaken={(on, at) => setTaken({ on, taken: at })}
            />
            <Chosen slot={slot} />
          </>
        )}
      </Loaded>
      {sheet && slot && shown && week.day && (
        <SlotSheet
          move={move}
          room={shown.room}
          day={week.day}
          slot={slot}
          onSlot={setSlot}
          onBooked={(booked) => onDone({ booked })}
          onClose={() => setSheet(false)}
        />
      )}
      {taken && shown && (
        <TakenSheet
          room={shown.room}
          {...taken}
          onWaiting={(waiting) => onDone({ waiting })}
          onClose={() => setTaken(null)}
        />
      )}
    </Page>
  );
}

/** The week of one room: what is free, taken, mine; a tap on a time, and it is booked, moved to, or waited for. */
export default function RoomPage() {
  const params: Params = useRouter().params;
  const [done, setDone] = useState<Done | null>(null);
  if (!done) return <Week params={params} onDone={setDone} />;
  return 'booked' in done ? <BookedReceipt {...done} /> : <WaitingReceipt {...done} />;
}
