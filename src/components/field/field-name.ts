import { aria } from '@/services/aria';

/** What a screen reader calls a field. On H5 the name belongs to the input inside Taro's element, which alone is read out. */
export function fieldName(label: string) {
  return process.env.TARO_ENV === 'h5' ? { nativeProps: aria({ label }) } : aria({ label });
}
