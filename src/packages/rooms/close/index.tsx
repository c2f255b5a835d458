import type { Period } from '@contract/opening-hours';
import type { RoomDetail } from '@contract/rooms';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Segments } from '@/components/segments/segments';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { DisplacedLines } from '@/features/rooms/displaced-lines';
import { PeriodFields } from '@/features/rooms/period-fields';
import { RoomHead } from '@/features/rooms/room-head';
import { replaceWith } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

const UNTIL = [
  { id: 'day', text: '到某一天' },
  { id: 'open', text: '到另行通知' },
] as const;
const HOURS = [
  { id: 'closed', text: '整天不开' },
  { id: 'other', text: '只开一段时间' },
] as const;

function useClosing(room: RoomDetail) {
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [lastOn, setLastOn] = useState<string | null>(null);
  const [open, setOpen] = useState<'day' | 'open'>('day');
  const [periods, setPeriods] = useState<Period[]>([]);
  const [reason, setReason] = useState('');
  const command = useCommand('rooms.close');
  const days = { fromOn: fromOn ?? '', untilOn: open === 'open' ? null : (lastOn ?? fromOn ?? '') };
  const words = reason.trim();
  const ready = fromOn !== null;
  const closing = { ...days, periods, reason: words };
  // Whom it puts out does not depend on the words, which are still being typed.
  const looked = { ...days, periods, reason: '看看影响谁' };
  const preview = useCall('rooms.preview', { id: room.id, closing: looked }, { enabled: ready });
  const send = async () => {
    const displaces = preview.data?.displaced.length ?? 0;
    const closed = await command.send({ id: room.id, revision: room.revision, closing, displaces });
    if (closed) replaceWith('/packages/rooms/venue/index', { id: room.venueId });
  };
  const value = { fromOn, lastOn, open, periods, reason };
  return { value, setFromOn, setLastOn, setOpen, setPeriods, setReason, preview, ready, command, send };
}

function missing({ value: { fromOn, reason } }: ReturnType<typeof useClosing>): string | undefined {
  if (fromOn === null) return '请选从哪一天起';
  return reason.trim() ? undefined : '请写原因，大家都看得到';
}

function Form({ room }: { room: RoomDetail }) {
  const closing = useClosing(room);
  const { value, preview, ready, command } = closing;
  const { fields, error } = command;
  const count = preview.data?.displaced.length ?? 0;
  const wait = preview.data ? undefined : '先看清影响哪些预约';
  const refused = preview.data?.refusal ? '上面的会议先改期或取消' : undefined;
  return (
    <>
      <RoomHead room={room} />
      <DateField
        label="从哪一天起"
        value={value.fromOn}
        from={dayOf(serverNow())}
        onChange={closing.setFromOn}
        error={fields['closing.fromOn']}
      />
      <Field label="到什么时候">
        <Segments label="到什么时候" segments={UNTIL} value={value.open} onChange={closing.setOpen} />
      </Field>
      {value.open === 'day' && (
        <DateField
          label="最后一天"
          hint="只有一天就不用选"
          value={value.lastOn ?? value.fromOn}
          from={value.fromOn ?? dayOf(serverNow())}
          onChange={closing.setLastOn}
          error={fields['closing.untilOn']}
        />
      )}
      <Field label="这几天怎么开">
        <Segments
          label="这几天怎么开"
          segments={HOURS}
          value={value.periods.length === 0 ? 'closed' : 'other'}
          onChange={(id) => closing.setPeriods(id === 'closed' ? [] : [{ from: 9 * 60, to: 12 * 60 }])}
        />
      </Field>
      {value.periods.length > 0 && (
        <PeriodFields name="这几天" periods={value.periods} onChange={closing.setPeriods} />
      )}
      <TextInput
        label="原因"
        value={value.reason}
        onChange={closing.setReason}
        placeholder="比如：国庆节放假"
        max={60}
        error={fields['closing.reason']}
      />
      {ready && <Loaded of={preview}>{(shown) => <DisplacedLines preview={shown} />}</Loaded>}
      {error && <ErrorBox error={error} />}
      <Button onTap={closing.send} reason={missing(closing) ?? wait ?? refused}>
        {count > 0 ? `就这样定，通知这 ${count} 个预约的人` : '就这样定'}
      </Button>
    </>
  );
}

/** Closing a room, or opening it at other hours, for some days: first whom it puts out, then it is done. */
export default function CloseRoomPage() {
  const id = pageId(useRouter().params);
  const room = useCall('rooms.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="哪几天不开">
      <Loaded of={room}>{(shown) => <Form key={shown.id} room={shown} />}</Loaded>
    </Page>
  );
}
