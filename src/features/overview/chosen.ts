import type { MatterGroup } from '@contract/overview';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

const KEY = 'yard.place';

/** What was chosen on one tab and holds on the others. */
function chosenValue<T>(initial: () => T, keep: (value: T) => void) {
  let value: T | undefined;
  const listeners = new Set<() => void>();
  const read = (): T => {
    value ??= initial();
    return value;
  };
  const choose = (next: T) => {
    value = next;
    keep(next);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { choose, use: () => useSyncExternalStore(subscribe, read, read) };
}

const place = chosenValue<string>(
  () => {
    const kept: unknown = Taro.getStorageSync(KEY);
    return typeof kept === 'string' ? kept : '';
  },
  (id) => Taro.setStorageSync(KEY, id),
);

/** Id of the place that is looked at, kept on the phone; '' for the one that the server opens with. */
export const useChosenPlace = place.use;
export const choosePlace = place.choose;

const group = chosenValue<MatterGroup>(
  () => 'collecting',
  () => undefined,
);

/** The stage that 议事 shows, until the mini-program is closed. */
export const useMatterGroup = group.use;
export const chooseMatterGroup = group.choose;
