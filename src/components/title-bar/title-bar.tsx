import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { titleBarInsets } from '@/services/window';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './title-bar.scss';

export interface TitleBarProps {
  title: string;
  head?: ReactNode;
  back: boolean;
}

/** Opened by a shared link or a QR code there is no way back: then home. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}

export function TitleBar({ title, head, back }: TitleBarProps) {
  const { top, right } = titleBarInsets();
  const alone = back && Taro.getCurrentPages().length <= 1;
  return (
    <View className="title-bar" style={{ paddingTop: `${top}px`, paddingRight: `${right}px` }}>
      <View className="title-bar-row">
        {back && (
          <Tap className="title-bar-back" onTap={leave} label={alone ? '回首页' : '返回'}>
            <Icon name={alone ? 'home' : 'back'} />
          </Tap>
        )}
        {head ?? (
          <View
            className={back ? 'title-bar-title' : 'title-bar-title title-bar-tab'}
            {...aria({ role: 'heading' })}
          >
            <Text>{title}</Text>
          </View>
        )}
      </View>
    </View>
  );
}
