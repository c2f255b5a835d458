import type { DocumentKind, PrintedDocument } from '@contract/documents';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useCall } from '@/features/calls/use-call';
import { Paper } from '@/features/documents/paper';
import { type PaperAsked, useWord } from '@/features/documents/use-word';
import { newClientId } from '@/services/client-id';

function askedBy(params: Record<string, string | undefined>): PaperAsked {
  const { kind = 'resolution', id = '', groupId = null, entryId = null, part = '1' } = params;
  // What is no kind of paper is refused by the server.
  return { kind: kind as DocumentKind, id, groupId, entryId, part: Number(part) };
}

const printsItself = process.env.TARO_ENV === 'h5';

/** WeChat has no printer: there Word is the one way to paper. */
function Bottom({ asked }: { asked: PaperAsked }) {
  const word = useWord(asked);
  return (
    <>
      {word.error && <ErrorBox error={word.error} />}
      {printsItself && (
        <Button icon="document" onTap={() => window.print()}>
          打印
        </Button>
      )}
      <Button
        kind={printsItself ? 'plain' : 'main'}
        busyText="正在生成…"
        note={printsItself ? undefined : '打开以后点右上角，可以转发到电脑上打印'}
        onTap={word.open}
      >
        下载 Word
      </Button>
    </>
  );
}

/** Where it takes several files: which one this is (DOC-8). */
function PartWords({ part }: PrintedDocument) {
  if (part.of === 1) return null;
  return (
    <View className="paper-screen">
      <Text>
        第 {part.number} 份，共 {part.of} 份
      </Text>
    </View>
  );
}

/** One paper, as it will be printed. Read again under the same id it leaves one entry in the record (DOC-6). */
export default function PrintPage() {
  const asked = askedBy(useRouter().params);
  const [clientId] = useState(newClientId);
  const paper = useCall('documents.show', { clientId, ...asked }, { enabled: asked.id !== '' });
  return (
    <Page title={paper.data?.name ?? '打印'} bottom={paper.data && <Bottom asked={asked} />}>
      <Loaded of={paper}>
        {(shown) => (
          <>
            <PartWords {...shown} />
            <Paper paper={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
