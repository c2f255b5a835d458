import Taro from '@tarojs/taro';
import type { Position } from './distance';

const MICRO = 1_000_000;
// A browser knows WGS 84 only, some hundred metres off: good enough for what is seen on a computer.
const SYSTEM = process.env.TARO_ENV === 'weapp' ? 'gcj02' : 'wgs84';

/** Where this phone is; null where the person, the phone or WeChat does not allow it: everything works without. */
export async function whereAmI(): Promise<Position | null> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: SYSTEM });
    return { latitude: Math.round(latitude * MICRO), longitude: Math.round(longitude * MICRO) };
  } catch {
    return null;
  }
}
