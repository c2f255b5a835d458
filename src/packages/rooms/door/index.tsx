import { Image, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import '@/features/rooms/rooms.scss';
import { aria } from '@/services/aria';
import { photoAddress } from '@/services/cloud';
import { pageId } from '@/services/page-id';

function Renew({ id, onClose }: { id: string; onClose: () => void }) {
  const command = useCommand('rooms.renewDoorCode');
  const renew = async () => {
    if (await command.send({ id })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title="换一个新码吗？"
      text="门口贴着的旧码马上作废，请把新的贴上去。"
      confirm="换新码"
      error={command.error}
      onConfirm={renew}
      onClose={onClose}
    />
  );
}

/** What hangs at the door: digits to type, a picture to scan. */
export default function DoorPage() {
  const id = pageId(useRouter().params);
  const room = useCall('rooms.detail', { id }, { enabled: id !== '' });
  const door = useCall('rooms.doorCode', { id }, { enabled: id !== '' });
  const [renewing, setRenewing] = useState(false);
  return (
    <Page
      title="签到码"
      bottom={
        <Button kind="plain" icon="refresh" onTap={() => setRenewing(true)}>
          换一个新码
        </Button>
      }
    >
      <Loaded of={door}>
        {({ code, qrFileId }) => (
          <Card>
            <View className="room-poster">
              <View className="room-name">
                <Text>{room.data ? `${room.data.venueName} ${room.data.name}` : ''}</Text>
              </View>
              <View className="room-code" {...aria({ role: 'img', label: `签到码 ${[...code].join(' ')}` })}>
                <Text className="room-digits">{code}</Text>
              </View>
              {qrFileId && (
                <Image
                  className="room-picture"
                  src={photoAddress(qrFileId)}
                  mode="scaleToFill"
                  {...aria({ role: 'img', label: '扫一扫签到' })}
                />
              )}
              <Text>订了这一间的邻居：到了用微信扫一扫，或者在“我的预约”里输入这6个数字，签到。</Text>
            </View>
          </Card>
        )}
      </Loaded>
      <Text>把这一页截图，打印出来贴在门口。</Text>
      {renewing && <Renew id={id} onClose={() => setRenewing(false)} />}
    </Page>
  );
}
