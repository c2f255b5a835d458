import { useEffect, useState } from 'react';
import { serverNow } from '@/services/server-clock';

const TICK_MS = 1_000;

/**
 * The server's time, once a second. Read as it is drawn: the first answer corrects the phone's clock at once, and a phone that slept
 * shows the right one at its first tick.
 */
export function useSecond(): number {
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((ticks) => ticks + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return serverNow();
}
