import { Text, View } from '@tarojs/components';
import './motion.scss';

/** What lines rest on, each article once: those of one rule mostly come from the same. */
export function Articles({ lines }: { lines: readonly { article: string }[] }) {
  const articles = [...new Set(lines.map(({ article }) => article).filter(Boolean))];
  if (articles.length === 0) return null;
  return (
    <View className="motion-small">
      <Text>依据：{articles.join('、')}</Text>
    </View>
  );
}
