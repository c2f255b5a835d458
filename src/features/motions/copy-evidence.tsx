import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';

/** Copies the very line that was checked: it is the evidence, not what the server shows now. */
export function CopyEvidence({ line }: { line: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    Taro.setClipboardData({ data: line }).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button
      kind="plain"
      icon="receipt"
      onTap={copy}
      busyText="正在复制…"
      note={copied === null ? undefined : copied ? '已经复制' : '没有复制成功，请再点一次'}
    >
      复制这张回执
    </Button>
  );
}
