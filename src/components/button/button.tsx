import { Text, View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './button.scss';

export interface ButtonProps {
  children: ReactNode;
  /** A promise keeps the button busy until it ends, so that one tap is one call. */
  onTap?: () => unknown;
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  /** `small` is as wide as its words, for use inside a card. */
  size?: 'full' | 'small';
  icon?: IconName;
  /** Why it cannot be used, in a sentence that says what to do: disables the button and stands below it. */
  reason?: string;
  /** A calm word below a button that can be used. */
  note?: string;
  busyText?: string;
  /** For screen readers where the words alone do not say what happens. */
  label?: string;
}

function useBusy(onTap: ButtonProps['onTap']) {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const tap = () => {
    if (running.current || !onTap) return;
    const work = onTap();
    if (!(work instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    void work.finally(() => {
      running.current = false;
      setBusy(false);
    });
  };
  return { busy, tap };
}

/** One main action a screen; the others are plain. */
export function Button(props: ButtonProps) {
  const {
    children,
    onTap,
    kind = 'main',
    size = 'full',
    icon,
    reason,
    note,
    busyText = '正在提交…',
    label,
  } = props;
  const { busy, tap } = useBusy(onTap);
  const disabled = reason !== undefined || busy;
  const state = reason !== undefined ? ' button-disabled' : busy ? ' button-busy' : '';
  const below = reason ?? note;
  return (
    <View className={`button-box button-box-${size}`}>
      <Tap
        className={`button button-${kind} button-${size}${state}`}
        onTap={tap}
        disabled={disabled}
        label={label}
      >
        {icon && !busy && <Icon name={icon} className="button-icon" />}
        <Text>{busy ? busyText : children}</Text>
      </Tap>
      {below !== undefined && (
        <View className={reason !== undefined ? 'button-reason' : 'button-note'}>
          <Text>{below}</Text>
        </View>
      )}
    </View>
  );
}
