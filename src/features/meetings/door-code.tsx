import { Image, Text, View } from '@tarojs/components';
import { Loaded } from '@/components/loaded/loaded';
import { Sheet } from '@/components/sheet/sheet';
import { useCall } from '@/features/calls/use-call';
import { aria } from '@/services/aria';
import { photoAddress } from '@/services/cloud';
import './door-code.scss';

/** The code at the door: large digits to type, a picture to scan, and how many have come. */
export function DoorCode({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const door = useCall('meetings.showCheckIn', { id: meetingId }, { refreshEvery: 5_000 });
  return (
    <Sheet open title="报到码" onClose={onClose}>
      <Loaded of={door}>
        {({ code, qrFileId, attendance }) => (
          <View className="door">
            <View className="door-code" {...aria({ label: `报到码 ${[...code].join(' ')}` })}>
              <Text>{code}</Text>
            </View>
            {qrFileId && (
              <Image
                className="door-picture"
                src={photoAddress(qrFileId)}
                mode="scaleToFill"
                {...aria({ role: 'img', label: '扫一扫报到' })}
              />
            )}
            <Text>微信扫一扫，或在会议页面输入这6个数字</Text>
            <View className="door-count">
              <Text>已报到 {attendance} 人</Text>
            </View>
          </View>
        )}
      </Loaded>
    </Sheet>
  );
}
