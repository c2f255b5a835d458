import Taro from '@tarojs/taro';

interface Insets {
  /** px to leave free above the title bar (the phone's status bar). */
  top: number;
  /** px to leave free at its right (WeChat's capsule). */
  right: number;
}

const NONE: Insets = { top: 0, right: 0 };
let known: Insets | null = null;

function measure(): Insets {
  if (process.env.TARO_ENV !== 'weapp') return NONE;
  try {
    const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    return { top: statusBarHeight, right: Math.max(0, windowWidth - capsule.left) };
  } catch {
    // A base library older than these two calls draws its own title bar above ours.
    return NONE;
  }
}

/** Room that WeChat keeps for itself beside our own title bar; measured once. */
export function titleBarInsets(): Insets {
  known ??= measure();
  return known;
}
