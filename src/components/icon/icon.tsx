import { View } from '@tarojs/components';
import { aria } from '@/services/aria';

/** One family, one stroke; each is a file in src/assets/icons and a name in icon.scss. */
export const ICON_NAMES = [
  'home',
  'talk',
  'grid',
  'person',
  'propose',
  'camera',
  'heart',
  'calendar',
  'back',
  'forward',
  'down',
  'up',
  'check',
  'cross',
  'circle',
  'close',
  'clock',
  'place',
  'bell',
  'receipt',
  'search',
  'plus',
  'minus',
  'warn',
  'info',
  'lock',
  'phone',
  'sound',
  'eye',
  'eye-off',
  'people',
  'building',
  'notice',
  'offline',
  'document',
  'edit',
  'trash',
  'law',
  'key',
  'code',
  'vote',
  'gavel',
  'refresh',
  'desk',
] as const;
export type IconName = (typeof ICON_NAMES)[number];

export interface IconProps {
  name: IconName;
  /** Read aloud only when the icon stands alone; beside a word it is decoration. */
  label?: string;
  className?: string;
}

/** Takes the colour and the size (1.3 of a letter) of the text around it. */
export function Icon({ name, label, className = '' }: IconProps) {
  return (
    <View
      className={`icon icon-${name} ${className}`}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
    />
  );
}
