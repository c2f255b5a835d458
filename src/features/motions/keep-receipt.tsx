import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';

type Copied = 'not yet' | 'copied' | 'failed';

function Outcome({ copied }: { copied: Copied }) {
  if (copied === 'not yet') return null;
  if (copied === 'failed') {
    return <Notice tone="brand" icon="warn" title="没有复制成功，请再点一次" />;
  }
  return (
    <Notice tone="leaf" icon="check" title="已经复制">
      <Text>打开微信，发给“文件传输助手”或者家里人，粘贴上去就留住了。</Text>
    </Notice>
  );
}

/** The signed receipt for the voter to keep where nobody else can lose it; passed on as it is, not read here (BAL-21). */
export function KeepReceipt({ signed }: { signed: string | null }) {
  const [copied, setCopied] = useState<Copied>('not yet');
  if (signed === null) {
    return (
      <Notice tone="stone" icon="info" title="这一票照样算数">
        <Text>它是系统更新以前投的，那时的回执还不能复制。</Text>
      </Notice>
    );
  }
  const copy = () =>
    Taro.setClipboardData({ data: signed }).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    );
  return (
    <Section title="把回执留好">
      <Card>
        <View>
          <Text>公布结果时少了您这一票，凭它可以证明。回执上没有写您投的是什么。</Text>
        </View>
        <Button kind="plain" icon="receipt" onTap={copy} busyText="正在复制…">
          复制回执
        </Button>
        <Outcome copied={copied} />
      </Card>
    </Section>
  );
}
