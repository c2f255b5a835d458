import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '@/services/aria';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './tab-bar.scss';

const TABS = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'matters', text: '议事', icon: 'talk' },
  { name: 'services', text: '服务', icon: 'grid' },
  { name: 'mine', text: '我的', icon: 'person' },
] as const satisfies readonly { name: string; text: string; icon: IconName }[];
export type TabName = (typeof TABS)[number]['name'];

/** Ours and not WeChat's, because WeChat's cannot grow with the elder version. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className="tab-bar" {...aria({ role: 'tablist' })}>
      {TABS.map(({ name, text, icon }) => (
        <Tap
          key={name}
          className={name === current ? 'tab-bar-tab tab-bar-current' : 'tab-bar-tab'}
          role="tab"
          selected={name === current}
          label={text}
          onTap={() => void Taro.switchTab({ url: `/pages/${name}/index` })}
        >
          <Icon name={icon} className="tab-bar-icon" />
          <Text>{text}</Text>
        </Tap>
      ))}
    </View>
  );
}
