import type { BookingView } from '@contract/bookings';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Notice } from '@/components/notice/notice';
import { Tag, Tags } from '@/components/tag/tag';
import { lengthText } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { seriesText, stateTag } from './booking-words';
import { whenText } from './room-words';
import './rooms.scss';

const HELD: Partial<Record<BookingView['state'], string>> = {
  pending: '时段先留着，到时间没有人同意就放开。',
  offered: '这个时段先留给您，到时间没有说要，就给后面的人。',
};

function Side({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <View className="room-side">
      <Text>{text}</Text>
    </View>
  );
}

/** When, where, what for, how it stands and until when. */
export function BookingCard({ booking }: { booking: BookingView }) {
  const { venueName, roomName, address, label, people, note, who, mine, stateWords, reason } = booking;
  const { text, tone, icon } = stateTag(booking);
  const held = HELD[booking.state];
  return (
    <>
      <Card>
        <Tags>
          <Tag tone={tone} icon={icon}>
            {text}
          </Tag>
        </Tags>
        <View className="room-slot">
          <Text>{whenText(booking)}</Text>
        </View>
        <View>
          <Text>{`${venueName} ${roomName}`}</Text>
        </View>
        <Side text={address} />
        <Side text={`${label}，${people} 人，${lengthText(booking.to - booking.from)}`} />
        <Side text={seriesText(booking)} />
        <Side text={mine ? null : `预约人：${who.name}${who.home ? `（${who.home}）` : ''}`} />
        <Side text={note && `给社区的话：${note}`} />
        {booking.heldUntil !== null && held && (
          <>
            <Side text={held} />
            <Countdown label="为止" until={booking.heldUntil} over="保留的时间过了" />
          </>
        )}
      </Card>
      {!held && (
        <Notice
          tone={tone === 'leaf' ? 'leaf' : tone === 'stone' ? 'stone' : 'clay'}
          icon={icon}
          title={
            booking.checkedInAt === null
              ? stateWords
              : `${dateTimeText(booking.checkedInAt, serverNow())} 签到了`
          }
        >
          {reason ? <Text>原因：{reason}</Text> : undefined}
        </Notice>
      )}
    </>
  );
}
