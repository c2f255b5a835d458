import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

const KEY = 'yard.elder';
const NORMAL_PX = 17;
const ELDER_PX = 24;

let elder: boolean | null = null;
const listeners = new Set<() => void>();

/** Whether the elder version is on; kept on the phone. */
export function isElder(): boolean {
  elder ??= Taro.getStorageSync(KEY) === true;
  return elder;
}

export function setElder(on: boolean): void {
  elder = on;
  Taro.setStorageSync(KEY, on);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useElder(): boolean {
  return useSyncExternalStore(subscribe, isElder, isElder);
}

/** WeChat's own text size setting, in px; 17 where it cannot be asked. */
function systemFontSize(): number {
  if (process.env.TARO_ENV !== 'weapp') return NORMAL_PX;
  // WeChat gives it; Taro's types do not know it yet.
  const base = Taro.getAppBaseInfo();
  return 'fontSizeSetting' in base && typeof base.fontSizeSetting === 'number'
    ? base.fontSizeSetting
    : NORMAL_PX;
}

/** 1rem in px: 24 in the elder version, else WeChat's setting between 17 and 24. */
export function rootFontPx(on: boolean): number {
  return on ? ELDER_PX : Math.min(ELDER_PX, Math.max(NORMAL_PX, systemFontSize()));
}
