import type { RoomDetail } from '@contract/rooms';
import type { VenueDetail } from '@contract/venues';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { HoursList } from '@/features/rooms/hours-list';
import { OpenTag } from '@/features/rooms/open-tag';
import { roomNote } from '@/features/rooms/room-words';
import '@/features/rooms/rooms.scss';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';

function Head({ venue }: { venue: VenueDetail }) {
  const { name, kindLabel, address, stepFree, note, now, photos } = venue;
  return (
    <Card>
      <Tags>
        <OpenTag now={now} />
        <Tag>{kindLabel}</Tag>
        {stepFree && <Tag tone="sky">无台阶</Tag>}
      </Tags>
      <View className="room-name">
        <Text>{name}</Text>
      </View>
      <View>
        <Text>{now.words}</Text>
      </View>
      <View className="room-side">
        <Text>{address}</Text>
      </View>
      {note && (
        <View className="room-side">
          <Text>{note}</Text>
        </View>
      )}
      <PhotoGrid photos={photos.map((fileId) => ({ fileId }))} label={name} />
    </Card>
  );
}

function Rooms({ rooms }: { rooms: readonly RoomDetail[] }) {
  if (rooms.length === 0) return null;
  return (
    <Section title="可以预约的" count={`${rooms.length} 间`}>
      <List>
        {rooms.map((room) => (
          <ListItem
            key={room.id}
            icon="calendar"
            title={room.name}
            note={`${roomNote(room)} · ${room.now.words}`}
            onTap={() => open('/packages/rooms/room/index', { id: room.id })}
          />
        ))}
      </List>
    </Section>
  );
}

function Keeping({ venue }: { venue: VenueDetail }) {
  const { id, placeId, rooms, can } = venue;
  if (can.keep !== null && can.addRoom !== null) return null;
  return (
    <Section title="社区管理">
      {rooms.length === 0 && <Empty icon="calendar" title="还没有可以预约的房间" />}
      <List>
        {can.addRoom === null && (
          <ListItem
            icon="plus"
            title="加一间可以预约的房间"
            note="开放时间、谁能订、订多久"
            onTap={() => open('/packages/rooms/keep-room/index', { venueId: id })}
          />
        )}
        {rooms
          .filter((room) => room.can.keep === null)
          .flatMap((room) => [
            <ListItem
              key={`${room.id} keep`}
              icon="edit"
              title={`改${room.name}的规定和时间`}
              onTap={() => open('/packages/rooms/keep-room/index', { id: room.id })}
            />,
            <ListItem
              key={`${room.id} close`}
              icon="lock"
              title={`${room.name}哪几天不开`}
              note="会先看到影响哪些预约"
              onTap={() => open('/packages/rooms/close/index', { id: room.id })}
            />,
            <ListItem
              key={`${room.id} door`}
              icon="code"
              title={`${room.name}的签到码`}
              note="贴在门口，来的人扫一扫"
              onTap={() => open('/packages/rooms/door/index', { id: room.id })}
            />,
          ])}
        {can.keep === null && (
          <>
            <ListItem
              icon="edit"
              title="改这个地方的信息"
              onTap={() => open('/packages/rooms/keep-venue/index', { id })}
            />
            <ListItem
              icon="clock"
              title="等社区同意的预约"
              onTap={() => open('/packages/rooms/requests/index', { placeId })}
            />
          </>
        )}
      </List>
    </Section>
  );
}

/** A place: when it is open, what there is, its rooms. */
export default function VenuePage() {
  const id = pageId(useRouter().params);
  const venue = useCall('venues.detail', { id }, { enabled: id !== '' });
  const [first, ...others] = venue.data?.rooms ?? [];
  return (
    <Page
      title="场地"
      bottom={
        first &&
        others.length === 0 && (
          <Button onTap={() => open('/packages/rooms/room/index', { id: first.id })}>看空闲时间、预约</Button>
        )
      }
    >
      <Loaded of={venue}>
        {(shown) => (
          <>
            <Head venue={shown} />
            <Rooms rooms={shown.rooms} />
            <HoursList hours={shown.hours} />
            <Keeping venue={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
