import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { useCall } from '@/features/calls/use-call';
import { useMe } from '@/features/members/use-me';
import { serverNow } from '@/services/server-clock';
import { photoVerdict } from './photo-words';

function Verdicts({ photos }: { photos: readonly string[] }) {
  const check = useCall('photos.check', { photos: [...photos] });
  return (
    <Loaded of={check}>
      {({ items }) =>
        items.map((item, n) => {
          const { tone, title, text } = photoVerdict(item, n, items.length, serverNow());
          return (
            <Notice key={item.fileId} tone={tone} title={title}>
              <Text>{text}</Text>
            </Notice>
          );
        })
      }
    </Loaded>
  );
}

/** Below photos that prove something: whoever holds an office has the server read the files anew (FILE-3). */
export function PhotoCheck({ photos }: { photos: readonly string[] }) {
  const me = useMe();
  const [asked, setAsked] = useState(false);
  if (photos.length === 0 || !me.data?.offices.length) return null;
  if (asked) return <Verdicts photos={photos} />;
  return (
    <Button kind="quiet" size="small" onTap={() => setAsked(true)}>
      核对照片换过没有
    </Button>
  );
}
