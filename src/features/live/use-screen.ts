import type { ScreenAnswer, ScreenView } from '@contract/public';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asCallError, type CallError } from '@/services/call-error';
import { askPublic } from '@/services/public-cloud';
import { serverNow } from '@/services/server-clock';

const KEY = 'yard.screen';
const RETRY_MS = 2_000;

/** What this browser keeps, so that a reload goes on where it was. */
interface Paired {
  meetingId: string;
  secret: string;
}

function freshSecret(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const kept = (): Paired | null => Taro.getStorageSync<Paired | ''>(KEY) || null;

/** Pairing: the secret stays the same for the same code, so that a lost answer is repeated by trying again (LIVE-8). */
function usePairing(onPaired: (paired: Paired) => void) {
  const [error, setError] = useState<CallError | null>(null);
  const tried = useRef({ code: '', secret: '' });
  const pair = async (code: string) => {
    if (tried.current.code !== code) tried.current = { code, secret: freshSecret() };
    const { secret } = tried.current;
    setError(null);
    try {
      const { meetingId } = await askPublic('pair', { code, secret });
      onPaired({ meetingId, secret });
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return { error, pair };
}

/** Addresses of storage differ each time: the picture of the same vote is not loaded again. */
function pictureOf(before: ScreenView | null, next: ScreenView): string | null {
  const same = before?.state.vote?.motionId === next.state.vote?.motionId;
  return same && before?.picture ? before.picture : next.picture;
}

/** One question after the other while `paired` stands; `ask` says when the next one comes, null: never. */
function useRounds(paired: Paired | null, ask: (by: Paired) => Promise<number | null>): void {
  useEffect(() => {
    if (!paired) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const round = async () => {
      const wait = await ask(paired);
      if (wait !== null && !over) timer = setTimeout(() => void round(), wait);
    };
    void round();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [paired, ask]);
}

/** What is shown, polled as often as the server says; `onUnknown` where the projector belongs to no meeting any more. */
function useShown(paired: Paired | null, onUnknown: () => void) {
  const [shown, setShown] = useState<ScreenView | null>(null);
  const [answeredAt, setAnsweredAt] = useState(0);
  const known = useRef<number>();
  // Another meeting counts its versions from the beginning.
  useEffect(() => {
    known.current = undefined;
    setShown(null);
  }, [paired]);
  const take = useCallback((answer: ScreenAnswer) => {
    setAnsweredAt(serverNow());
    if (answer.unchanged) return;
    known.current = answer.state.version;
    setShown((before) => ({ state: answer.state, picture: pictureOf(before, answer) }));
  }, []);
  const ask = useCallback(
    async (by: Paired) => {
      try {
        const answer = await askPublic('state', { ...by, known: known.current });
        take(answer);
        return answer.askAgainMs;
      } catch (failure) {
        if (asCallError(failure).code !== 'SCREEN_UNKNOWN') return RETRY_MS;
        onUnknown();
        return null;
      }
    },
    [take, onUnknown],
  );
  useRounds(paired, ask);
  return { shown, answeredAt };
}

/** A projector: paired or not yet, and what it shows. */
export function useScreen() {
  const [paired, setPaired] = useState<Paired | null>(kept);
  const forget = useCallback(() => {
    Taro.removeStorageSync(KEY);
    setPaired(null);
  }, []);
  const pairing = usePairing((next) => {
    Taro.setStorageSync(KEY, next);
    setPaired(next);
  });
  return { paired: paired !== null, pairing, forget, ...useShown(paired, forget) };
}
