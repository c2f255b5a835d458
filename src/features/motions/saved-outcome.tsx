import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import type { Saved } from '@/services/files';
import { messages } from '@/services/messages';

const SAVED: Record<Saved, { title: string; words: string }> = {
  saved: { title: '已经下载', words: '在浏览器的下载里可以找到。' },
  sent: { title: '已经发出去', words: '在您选的聊天里打开。' },
  copied: { title: '链接已经复制', words: '粘贴到电脑的浏览器里打开，两小时以内有效。' },
};

/** What became of a file that was asked for. */
export function SavedOutcome({ saved }: { saved: Saved | 'failed' | null }) {
  if (saved === null) return null;
  if (saved === 'failed') return <Notice tone="brand" icon="warn" title={messages.NO_ANSWER} />;
  return (
    <Notice tone="leaf" icon="check" title={SAVED[saved].title}>
      <Text>{SAVED[saved].words}</Text>
    </Notice>
  );
}
