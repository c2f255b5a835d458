import type { Candidate } from '@contract/nominations';
import { Text, View } from '@tarojs/components';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { PhotoCheck } from '@/features/photos/photo-check';
import './nominations.scss';

/** Who it is, and everything that was said for them. */
export function CandidateWords({ candidate }: { candidate: Candidate }) {
  const { name, where, left, reasons } = candidate;
  return (
    <>
      <View className="nominations-name">
        <Text>
          {name}（{where}）
        </Text>
      </View>
      {left && (
        <View className="nominations-words">
          <Text>✕ 同意参加的人已经注销账号</Text>
        </View>
      )}
      {reasons.map(({ text, photos }, n) => (
        <View key={`${n}:${text}`} className="nominations-words">
          <Text>{text}</Text>
          {photos.length > 0 && (
            <>
              <PhotoGrid label={`${name}的照片`} photos={photos.map((fileId) => ({ fileId }))} />
              <PhotoCheck photos={photos} />
            </>
          )}
        </View>
      ))}
    </>
  );
}
