import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { serverNow } from '@/services/server-clock';
import { dayTimeText, durationText } from '@/services/time';
import './countdown.scss';

const TICK_MS = 20_000;

export interface CountdownProps {
  /** 「截止」「开始」: what happens then. */
  label: string;
  until: number;
  /** When the clock began to run: red only in its last fifth. */
  from?: number;
  /** What is said when the time is over: 「已截止」. */
  over?: string;
}

/** The server's time, read again every twenty seconds: the text changes once a minute at most. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Human time with the date behind it: 「还有 2 天 3 小时（11月24日 周一 18:00 截止）」. */
export function Countdown({ label, until, from, over = `已${label}` }: CountdownProps) {
  const now = useNow();
  const left = until - now;
  const late = left > 0 && from !== undefined && left * 5 <= until - from;
  return (
    <View className="countdown">
      <Text className={late ? 'countdown-left countdown-late' : 'countdown-left'}>
        {left > 0 ? `还有 ${durationText(left)}` : over}
      </Text>
      <Text className="countdown-date">
        （{dayTimeText(until, now)} {label}）
      </Text>
    </View>
  );
}
