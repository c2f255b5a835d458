import type { LiveAnswer, LiveView } from '@contract/live';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asCallError, type CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import { serverNow } from '@/services/server-clock';

/** After a call without an answer; the server says nothing then. */
const RETRY_MS = 3_000;
/** What the server will answer again, however often it is asked. Anything else passes: a network, a limit, a busy database. */
const FOR_GOOD: readonly CallError['code'][] = [
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'NOT_VERIFIED',
  'NOT_IDENTIFIED',
  'INVALID_INPUT',
];

export interface Live {
  view: LiveView | undefined;
  error: CallError | null;
  /** When the server last answered, its clock. */
  answeredAt: number;
  refetch: () => Promise<unknown>;
  /** What a command answered is newer than any poll under way. */
  take: (view: LiveView) => void;
}

const versionOf = (view: LiveView | undefined) => view?.state?.version ?? 0;

/** Whether what came in may take the place of what is shown: answers overtake each other on a weak network. */
const isNewer = (next: LiveView, shown: LiveView | undefined) => versionOf(next) >= versionOf(shown);

/** How many polls begin one after the other, and one at a time: the next one when the server said, at once on waking up. */
function useRounds(round: () => Promise<number | null>): { now: () => Promise<void> } {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const turn = useRef(0);
  const latest = useRef(round);
  latest.current = round;
  const now = useCallback(async () => {
    const mine = (turn.current += 1);
    clearTimeout(timer.current);
    const wait = await latest.current();
    if (wait !== null && mine === turn.current) timer.current = setTimeout(() => void now(), wait);
  }, []);
  const stop = useCallback(() => {
    turn.current += 1;
    clearTimeout(timer.current);
  }, []);
  useDidShow(() => void now());
  useDidHide(stop);
  useEffect(() => stop, [stop]);
  useEffect(() => {
    const listener = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) void now();
    };
    Taro.onNetworkStatusChange(listener);
    return () => Taro.offNetworkStatusChange(listener);
  }, [now]);
  return { now };
}

/** A live meeting, polled while the page is in sight as often as the server says (LIVE-7). */
export function useLive(id: string): Live {
  const [view, setView] = useState<LiveView>();
  const [error, setError] = useState<CallError | null>(null);
  const [answeredAt, setAnsweredAt] = useState(0);
  const shown = useRef<LiveView>();
  const take = useCallback((next: LiveView) => {
    setAnsweredAt(serverNow());
    setError(null);
    if (!isNewer(next, shown.current)) return;
    shown.current = next;
    setView(next);
  }, []);
  const { now } = useRounds(async () => {
    try {
      const known = shown.current?.state?.version;
      const answer: LiveAnswer = await call('live.state', { id, known });
      if (!answer.unchanged) {
        take(answer.view);
        return answer.view.askAgainMs;
      }
      setAnsweredAt(serverNow());
      setError(null);
      return answer.askAgainMs;
    } catch (failure) {
      const refused = asCallError(failure);
      setError(refused);
      return FOR_GOOD.includes(refused.code) ? null : RETRY_MS;
    }
  });
  return {
    ...{ view, error, answeredAt, refetch: now },
    take: (next) => {
      take(next);
      // One that has just begun is followed from here on.
      void now();
    },
  };
}
