import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './entry-grid.scss';

export interface Entry {
  icon: IconName;
  text: string;
  tone: 'brand' | 'clay' | 'leaf' | 'sky';
  onTap: () => void;
}

/** Large ways in: four in a row, two in the elder version. */
export function EntryGrid({ entries }: { entries: readonly Entry[] }) {
  return (
    <View className="entry-grid">
      {entries.map(({ icon, text, tone, onTap }) => (
        <Tap key={text} className="entry" role="link" label={text} onTap={onTap}>
          <View className={`entry-icon entry-${tone}`}>
            <Icon name={icon} />
          </View>
          <Text className="entry-text">{text}</Text>
        </Tap>
      ))}
    </View>
  );
}
