import type { BookingView } from '@contract/bookings';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { BookingCard } from '@/features/rooms/booking-card';
import { denial } from '@/services/messages';
import { open, replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Done({ booking, at }: { booking: BookingView; at: number }) {
  return (
    <Receipt
      title="您已签到"
      lines={[
        { label: '地点', value: `${booking.venueName} ${booking.roomName}` },
        { label: '时间', value: dateTimeText(at, serverNow()) },
      ]}
      next="用完请把桌椅归位、关好灯。"
    />
  );
}

function Form({ booking, code: given }: { booking: BookingView; code: string }) {
  const [code, setCode] = useState(given);
  const command = useCommand('bookings.checkIn');
  const refusal = denial(booking.can.checkIn);
  const send = () => command.send({ id: booking.id, code: code.trim() });
  const sentByScan = useRef(false);
  useEffect(() => {
    // Scanning the code is the act of checking in: nothing more to type.
    if (!given || refusal || sentByScan.current) return;
    sentByScan.current = true;
    void send();
  });
  return (
    <>
      <BookingCard booking={booking} />
      <TextInput
        label="签到码"
        hint="门口贴着的6个数字，也可以用微信扫一扫"
        kind="number"
        max={6}
        value={code}
        onChange={setCode}
        error={command.fields.code}
        onConfirm={() => void send()}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={refusal ?? (code.trim() ? undefined : '请输入门口的6个数字')}>
        签到
      </Button>
    </>
  );
}

function CheckIn({ id, code }: { id: string; code: string }) {
  const booking = useCall('bookings.detail', { id });
  return (
    <Loaded of={booking}>
      {(shown) =>
        shown.checkedInAt === null ? (
          <Form booking={shown} code={code} />
        ) : (
          <Done booking={shown} at={shown.checkedInAt} />
        )
      }
    </Loaded>
  );
}

/** Whoever scanned the door: which of their bookings it is about. */
function AtDoor({ room, code }: { room: string; code: string }) {
  const list = usePages('bookings.mine', { when: 'coming' });
  return (
    <Loaded of={list}>
      {(items) => {
        const here = items.filter((one) => one.roomId.startsWith(room));
        const booking = here.find(({ can }) => can.checkIn === null) ?? here[0];
        if (booking) return <CheckIn id={booking.id} code={code} />;
        return (
          <Empty
            icon="calendar"
            title="您没有订这一间"
            text="现在空着的话，可以马上预约。"
            action={{
              text: '去看场地',
              onTap: () => open('/packages/rooms/list/index'),
            }}
          />
        );
      }}
    </Loaded>
  );
}

interface Params {
  id?: string;
  room?: string;
  code?: string;
  scene?: string;
}

/** A mini-program code holds 32 characters: the beginning of the room's id, a dot, the code. */
function scanned({ room, code, scene }: Params) {
  if (room && code) return { room, code };
  const [begun = '', digits = ''] = parameterText(scene ?? '').split('.');
  return { room: begun, code: digits };
}

/** Checking in at the door of a room: from one's booking (`id`), or by the code there. */
export default function RoomCheckInPage() {
  const params: Params = useRouter().params;
  const { id } = params;
  return (
    <Page
      title="签到"
      bottom={
        <Button kind="plain" onTap={() => replaceWith('/packages/rooms/mine/index')}>
          我的预约
        </Button>
      }
    >
      {id ? <CheckIn id={id} code="" /> : <AtDoor {...scanned(params)} />}
    </Page>
  );
}
