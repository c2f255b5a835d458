import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '@/services/aria';
import { photoAddress } from '@/services/cloud';
import { Tap } from '../tap/tap';
import './photo-grid.scss';

export interface Photo {
  /** `cloud://…` as calls carry it. */
  fileId: string;
  /** What it shows, read aloud and written below: never in the picture itself. */
  caption?: string;
}

/** Photos three in a row (two when captioned), loaded when they come into sight; a tap opens them large. */
export function PhotoGrid({ photos, label }: { photos: readonly Photo[]; label: string }) {
  if (photos.length === 0) return null;
  const addresses = photos.map(({ fileId }) => photoAddress(fileId));
  const wide = photos.length <= 2 || photos.some(({ caption }) => caption);
  return (
    <View className={wide ? 'photo-grid photo-grid-wide' : 'photo-grid'}>
      {photos.map(({ fileId, caption }, index) => (
        <Tap
          key={fileId}
          label={`${caption ?? `${label}，第 ${index + 1} 张`}，看大图`}
          onTap={() => void Taro.previewImage({ urls: addresses, current: addresses[index] })}
        >
          <View className="photo-frame">
            <Image
              className="photo"
              src={addresses[index] ?? ''}
              mode="aspectFill"
              lazyLoad
              {...aria({ hidden: true })}
            />
          </View>
          {caption && (
            <View className="photo-caption">
              <Text>{caption}</Text>
            </View>
          )}
        </Tap>
      ))}
    </View>
  );
}
