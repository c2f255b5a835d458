import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import './check-code.scss';

const GROUP = 8;

const grouped = (hash: string): string => (hash.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ');

/** What a text is told apart by: its first digits, and after a tap all 64, in groups that two people can compare aloud. */
export function CheckCode({ hash }: { hash: string }) {
  const [whole, setWhole] = useState(false);
  return (
    <View>
      <View className="check-code">
        <Text userSelect>校验码 {whole ? grouped(hash) : `${hash.slice(0, GROUP)}…`}</Text>
      </View>
      <Button kind="quiet" size="small" onTap={() => setWhole(!whole)}>
        {whole ? '收起校验码' : '看完整的校验码'}
      </Button>
    </View>
  );
}
