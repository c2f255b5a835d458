import Taro from '@tarojs/taro';

const PREFIX = 'yard.draft.';

/** What somebody wrote and did not send, kept on this phone under a name such as 'proposal' or 'opinion:<id>'. */
export function readDraft<T>(name: string): T | null {
  const kept: unknown = Taro.getStorageSync(PREFIX + name);
  return kept ? (kept as T) : null;
}

export function keepDraft(name: string, value: unknown): void {
  Taro.setStorageSync(PREFIX + name, value);
}

/** After it was sent. */
export function dropDraft(name: string): void {
  Taro.removeStorageSync(PREFIX + name);
}
