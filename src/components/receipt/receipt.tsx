import { Text, View } from '@tarojs/components';
import Taro, { useDidHide } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import './receipt.scss';

export interface ReceiptProps {
  /** 「您已投票」 */
  title: string;
  /** Whether it is done, has still to wait, has to be done again, or counts for nothing. */
  mark?: 'check' | 'clock' | 'warn' | 'cross';
  /** One word, one value: 「时间」「11月24日 18:00」. */
  lines: readonly { label: string; value: string }[];
  /** Shown only after a tap on `ask`: what was chosen, where others may look over the shoulder. */
  secret?: { label: string; value: string; ask: string };
  code?: string;
  /** What comes next: 「11月24日 18:00 截止后公布结果」. */
  next?: string;
  children?: ReactNode;
}

/** Hidden again on leaving: whoever takes the phone over, or looks at it later, sees what everybody may see. */
function Secret({ label, value, ask }: NonNullable<ReceiptProps['secret']>) {
  const [shown, setShown] = useState(false);
  useDidHide(() => setShown(false));
  return (
    <View className="receipt-secret">
      {shown && (
        <View className="receipt-line">
          <Text className="receipt-label">{label}</Text>
          <Text className="receipt-chosen">{value}</Text>
        </View>
      )}
      <Button kind="quiet" size="small" icon={shown ? 'eye-off' : 'eye'} onTap={() => setShown(!shown)}>
        {shown ? '不给看了' : ask}
      </Button>
    </View>
  );
}

/** What happened to what I said: stays on the page, unlike a toast. */
export function Receipt({ title, mark = 'check', lines, secret, code, next, children }: ReceiptProps) {
  return (
    <View className={`receipt receipt-${mark}`}>
      <View className="receipt-head">
        <Icon name={mark} className="receipt-icon" />
        <Text className="receipt-title">{title}</Text>
      </View>
      {secret && <Secret {...secret} />}
      {lines.map(({ label, value }) => (
        <View key={label} className="receipt-line">
          <Text className="receipt-label">{label}</Text>
          <Text className="receipt-value">{value}</Text>
        </View>
      ))}
      {code && (
        <View className="receipt-line">
          <Text className="receipt-label">回执码</Text>
          <Text
            className="receipt-code"
            userSelect
            onClick={() => void Taro.setClipboardData({ data: code })}
          >
            {code}
          </Text>
        </View>
      )}
      {next && (
        <View className="receipt-next">
          <Text>{next}</Text>
        </View>
      )}
      {children}
    </View>
  );
}
