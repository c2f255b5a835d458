import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { unbroken } from '@/services/unbroken';
import { Icon, type IconName } from '../icon/icon';
import './notice.scss';

export interface NoticeProps {
  title: string;
  children?: ReactNode;
  /** leaf: you may; clay: wait or mind; brand: it failed; sky: to know. */
  tone?: 'leaf' | 'clay' | 'brand' | 'sky' | 'stone';
  icon?: IconName;
}

/** Something to know before acting, in the flow of the page: it does not vanish by itself. */
export function Notice({ title, children, tone = 'sky', icon }: NoticeProps) {
  return (
    <View className={`notice notice-${tone}`} {...aria({ role: tone === 'brand' ? 'alert' : 'status' })}>
      {icon && <Icon name={icon} className="notice-icon" />}
      <View className="notice-body">
        <View className="notice-title">
          <Text>{unbroken(title)}</Text>
        </View>
        {children !== undefined && <View className="notice-text">{children}</View>}
      </View>
    </View>
  );
}
