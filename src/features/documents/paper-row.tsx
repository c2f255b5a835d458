import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { open } from '@/services/navigate';
import { type PaperAsked, useWord } from './use-word';
import './documents.scss';

export interface PaperRowProps {
  /** '决议书' */
  title: string;
  /** What it is for, or how much it is. */
  note: string;
  asked: PaperAsked;
}

/** WeChat cannot print: there the page is for reading, and Word for printing. */
const SHOW = process.env.TARO_ENV === 'weapp' ? '看内容' : '打印页';

/** A paper that can be had: its page, and its Word file. */
export function PaperRow({ title, note, asked }: PaperRowProps) {
  const word = useWord(asked);
  const { kind, id, groupId, entryId, part } = asked;
  const page = {
    ...{ kind, id, groupId: groupId ?? undefined, entryId: entryId ?? undefined },
    part: part === undefined ? undefined : String(part),
  };
  return (
    <Card>
      <View className="paper-row-title">
        <Text>{title}</Text>
      </View>
      <View className="paper-row-note">
        <Text>{note}</Text>
      </View>
      {word.error && <ErrorBox error={word.error} />}
      <View className="paper-row-buttons">
        <Button
          kind="plain"
          size="small"
          label={`${SHOW}：${title}`}
          onTap={() => open('/packages/documents/print/index', page)}
        >
          {SHOW}
        </Button>
        <Button
          kind="plain"
          size="small"
          label={`下载 Word：${title}`}
          busyText="正在生成…"
          onTap={word.open}
        >
          下载 Word
        </Button>
      </View>
    </Card>
  );
}
