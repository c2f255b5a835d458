import type { RoomSummary } from '@contract/rooms';
import { Image, Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import { aria } from '@/services/aria';
import { photoAddress } from '@/services/cloud';
import { roomNote } from './room-words';
import './rooms.scss';

/** What the room is and what it asks, before a time is chosen. */
export function RoomHead({ room }: { room: RoomSummary }) {
  const [photo] = room.photos;
  return (
    <Card>
      <View className="room-head">
        {photo && (
          <Image
            className="room-photo"
            src={photoAddress(photo)}
            mode="aspectFill"
            lazyLoad
            {...aria({ role: 'img', label: room.name })}
          />
        )}
        <View className="room-words">
          <View className="room-name">
            <Text>{room.name}</Text>
          </View>
          <View className="room-side">
            <Dotted parts={[room.venueName, ...roomNote(room).split(' · ')]} />
          </View>
        </View>
      </View>
      <View className="room-side">
        <Text>{room.ruleWords.join('；')}</Text>
      </View>
    </Card>
  );
}
