import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Tap } from '@/components/tap/tap';
import { photoAddress } from '@/services/cloud';
import './paper.scss';

/** Photos of a paper as wide as the screen, for reading; a tap makes them larger still. */
export function PaperPhotos({ photos }: { photos: readonly string[] }) {
  const addresses = photos.map(photoAddress);
  return (
    <View className="paper-photos">
      {addresses.map((address, n) => (
        <Tap
          key={photos[n]}
          label={`纸质票的照片，第 ${n + 1} 张，看大图`}
          onTap={() => void Taro.previewImage({ urls: addresses, current: address })}
        >
          <Image className="paper-photo" src={address} mode="widthFix" />
        </Tap>
      ))}
    </View>
  );
}
