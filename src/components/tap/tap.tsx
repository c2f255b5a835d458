import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Aria, aria } from '@/services/aria';

export interface TapProps extends Aria {
  onTap?: () => void;
  className?: string;
  children?: ReactNode;
}

/** Anything that can be tapped: a role, a name for screen readers, at least 44 px (60 in the elder version), a visible focus. */
export function Tap({ onTap, className = '', children, role = 'button', ...rest }: TapProps) {
  const live = onTap && !rest.disabled;
  // A button inside a card that can be tapped must not open the card as well.
  const tap = (event: { stopPropagation(): void }) => {
    event.stopPropagation();
    onTap?.();
  };
  // On H5 a keyboard user presses Enter or Space; the phone knows only taps.
  const keyboard = {
    tabIndex: live ? 0 : -1,
    onKeyDown: (event: { key?: string; preventDefault(): void }) => {
      if (!live || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      onTap();
    },
  };
  return (
    <View
      className={`tap ${rest.disabled ? 'tap-disabled' : ''} ${className}`}
      hoverClass={live ? 'tap-pressed' : 'none'}
      onClick={live ? tap : undefined}
      {...aria({ role, ...rest })}
      {...(process.env.TARO_ENV === 'h5' ? keyboard : {})}
    >
      {children}
    </View>
  );
}
