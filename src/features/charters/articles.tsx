import type { Article, ArticleDifference } from '@contract/charters';
import { Text, View } from '@tarojs/components';
import { Tag, Tags } from '@/components/tag/tag';
import { DIFFERENCE_TAGS } from './charter-words';
import './charters.scss';

/** The articles in their order. */
export function Articles({ articles }: { articles: readonly Article[] }) {
  return (
    <>
      {articles.map(({ id, text }, n) => (
        <View key={id} className="charters-article">
          <Text>
            <Text className="charters-number">第{n + 1}条　</Text>
            {text}
          </Text>
        </View>
      ))}
    </>
  );
}

function Line({ line }: { line: ArticleDifference }) {
  const { state, before, after } = line;
  const tag = DIFFERENCE_TAGS[state];
  const moved = before && after && before.number !== after.number;
  return (
    <View className="charters-article">
      {tag && (
        <Tags>
          <Tag tone={tag.tone}>{tag.text}</Tag>
        </Tags>
      )}
      {before && state !== 'same' && (
        <View className="charters-small">
          <Text>
            原第{before.number}条　<Text className="charters-gone">{before.text}</Text>
          </Text>
        </View>
      )}
      {after && (
        <Text>
          <Text className="charters-number">第{after.number}条　</Text>
          {after.text}
        </Text>
      )}
      {moved && state === 'same' && (
        <View className="charters-small">
          <Text>原来是第{before.number}条</Text>
        </View>
      )}
    </View>
  );
}

/** Two versions article by article. */
export function Difference({ lines }: { lines: readonly ArticleDifference[] }) {
  return (
    <>
      {lines.map((line) => (
        <Line key={`${line.before?.number ?? ''}:${line.after?.number ?? ''}`} line={line} />
      ))}
    </>
  );
}
