import type { Booked, BookingCheck, RoomDay } from '@contract/bookings';
import type { RoomSummary } from '@contract/rooms';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { Stepper } from '@/components/stepper/stepper';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import { BookingFields, inputOf, missingWords, useBookingWords } from './booking-fields';
import type { Slot } from './slot';
import { SlotFields } from './slot-fields';

interface BookSheetProps {
  room: RoomSummary;
  day: RoomDay;
  slot: Slot;
  onSlot: (slot: Slot) => void;
  onBooked: (booked: Booked) => void;
  onClose: () => void;
}

/** Which days of a repetition cannot be had, and why. */
function Conflicts({ check }: { check: BookingCheck }) {
  const conflicts = check.days.filter(({ denial }) => denial !== null);
  if (conflicts.length === 0 || check.days.length === 1) return null;
  return (
    <>
      <Notice tone="clay" icon="warn" title={`${check.days.length} 次里有 ${conflicts.length} 次订不上`}>
        <Text>可以只订其余的，也可以换一个时间。</Text>
      </Notice>
      <List>
        {check.days.map(({ on, words }, n) =>
          words === null ? null : (
            <ListItem
              key={on}
              icon="cross"
              title={`第 ${n + 1} 次 ${dayText(on, serverNow())}`}
              note={words}
            />
          ),
        )}
      </List>
    </>
  );
}

function quotaText({ quotaLeft }: BookingCheck, { on }: Slot): string | undefined {
  return quotaLeft === null ? undefined : `您家 ${Number(on.slice(5, 7))} 月在这一间还能订 ${quotaLeft} 次`;
}

/** What the main button does: all of them, the others, or nothing and why. */
function actionOf(check: BookingCheck | undefined, repeats: number) {
  const denied = check?.days.filter(({ denial }) => denial !== null) ?? [];
  const left = repeats - denied.length;
  const refusal = left > 0 ? undefined : (denied[0]?.words ?? undefined);
  if (repeats === 1) return { text: '预约这一次', refusal, skipConflicts: false };
  if (denied.length === 0) return { text: `预约这 ${repeats} 次`, refusal, skipConflicts: false };
  return { text: left > 0 ? `其余的 ${left} 次照订` : '预约', refusal, skipConflicts: true };
}

function useBook({ room, slot, onBooked }: BookSheetProps) {
  const words = useBookingWords(room.id);
  const [repeats, setRepeats] = useState(1);
  const wanted = { roomId: room.id, ...slot, homeId: words.value.homeId };
  const check = useCall('bookings.check', { ...wanted, repeats });
  const command = useCommand('bookings.book');
  const action = actionOf(check.data, repeats);
  const send = async () => {
    const { skipConflicts } = action;
    const input = { ...wanted, ...inputOf(words.value), repeats, skipConflicts };
    const booked = await command.send(input);
    if (!booked) return;
    words.drop();
    onBooked(booked);
  };
  return { words, repeats, setRepeats, check, command, action, send };
}

/** Books a slot: from when to when, what for, how many, how often. */
export function BookSheet(props: BookSheetProps) {
  const { room, day, slot, onSlot, onClose } = props;
  const { words, repeats, setRepeats, check, command, action, send } = useBook(props);
  const { error, fields } = command;
  const reason = missingWords(words.value, room) ?? action.refusal;
  const waits = room.rules.approvalHours !== null;
  const actions = (
    <>
      {error && <ErrorBox error={error} />}
      <Button
        onTap={send}
        reason={reason ?? (check.data || check.error ? undefined : '正在看订不订得上…')}
        note={(check.data && quotaText(check.data, slot)) ?? (waits ? '要等社区同意' : undefined)}
      >
        {action.text}
      </Button>
    </>
  );
  return (
    <Sheet open title={`预约${room.name}`} onClose={onClose} actions={actions}>
      <View className="room-slot">
        <Text>{dayText(slot.on, serverNow())}</Text>
      </View>
      <SlotFields day={day} lengths={room.rules} slot={slot} onChange={onSlot} fields={fields} />
      <BookingFields room={room} value={words.value} change={words.change} fields={fields} />
      {room.rules.repeatsMost > 1 && (
        <Stepper
          label="每周同一时间，订几周"
          hint={repeats === 1 ? '1 周就是只订这一次' : undefined}
          value={repeats}
          min={1}
          max={room.rules.repeatsMost}
          unit="周"
          onChange={setRepeats}
          error={fields.repeats}
        />
      )}
      {check.data && <Conflicts check={check.data} />}
      {waits && (
        <Notice
          tone="sky"
          icon="info"
          title={`这一间要社区同意，时段先给您留 ${room.rules.approvalHours} 小时`}
        />
      )}
    </Sheet>
  );
}
