import { useEffect, useState } from 'react';
import { serverNow } from '@/services/server-clock';

const TICK_MS = 1_000;

/** The server's time, once a second; a phone that slept shows the right one at its first tick. */
export function useSecond(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
