import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from '../tap/tap';
import './card.scss';

export interface CardProps {
  children: ReactNode;
  /** leaf: settled in your favour; clay: waiting for you; plain otherwise. */
  tone?: 'plain' | 'leaf' | 'clay' | 'brand';
  /** A bar at the left edge: the one most urgent card of a list. */
  urgent?: boolean;
  onTap?: () => void;
  /** Needed with onTap: what opens. */
  label?: string;
  className?: string;
}

export function Card({ children, tone = 'plain', urgent = false, onTap, label, className = '' }: CardProps) {
  const classes = `card card-${tone} ${urgent ? 'card-urgent' : ''} ${className}`;
  if (!onTap) return <View className={classes}>{children}</View>;
  return (
    <Tap className={classes} onTap={onTap} label={label} role="link">
      {children}
    </Tap>
  );
}
