import type { Article } from '@contract/charters';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { TextArea } from '@/components/text-area/text-area';
import './charters.scss';

const ARTICLES_MAX = 100;

/** An id that no article of this document has, also none that was taken out: it is counted on from all that were seen. */
function nextId(articles: readonly Article[], known: readonly Article[]): string {
  const taken = new Set([...articles, ...known].map(({ id }) => id));
  let n = taken.size + 1;
  while (taken.has(`n${n}`)) n += 1;
  return `n${n}`;
}

interface EditorProps {
  articles: Article[];
  /** Those of the version that is changed. */
  known?: readonly Article[];
  onChange: (articles: Article[]) => void;
  fields: Record<string, string>;
}

/** The articles as they shall read: written, added, moved up and taken out by a tap. */
export function ArticleEditor({ articles, known = [], onChange, fields }: EditorProps) {
  const without = (n: number) => articles.filter((_, at) => at !== n);
  const write = (n: number, text: string) =>
    onChange(articles.map((article, at) => (at === n ? { ...article, text } : article)));
  const up = (n: number) => {
    const moved = articles[n];
    if (moved) onChange([...without(n).slice(0, n - 1), moved, ...without(n).slice(n - 1)]);
  };
  return (
    <Section title="条文" count={`${articles.length} 条`}>
      {articles.map((article, n) => (
        <Card key={article.id}>
          <TextArea
            label={`第${n + 1}条`}
            value={article.text}
            onChange={(text) => write(n, text)}
            max={600}
            error={fields[`articles.${n}.text`]}
          />
          <View className="charters-turns">
            {n > 0 && (
              <Button kind="plain" size="small" label={`把第${n + 1}条往前移`} onTap={() => up(n)}>
                往前移
              </Button>
            )}
            <Button kind="plain" size="small" label={`删掉第${n + 1}条`} onTap={() => onChange(without(n))}>
              删掉
            </Button>
          </View>
        </Card>
      ))}
      <Button
        kind="plain"
        icon="plus"
        reason={articles.length < ARTICLES_MAX ? undefined : `最多${ARTICLES_MAX}条`}
        onTap={() => onChange([...articles, { id: nextId(articles, known), text: '' }])}
      >
        加一条
      </Button>
    </Section>
  );
}

/** Why the articles cannot be sent yet. */
export function missingArticles(articles: readonly Article[]): string | undefined {
  if (articles.length === 0) return '请至少写一条';
  return articles.every(({ text }) => text.trim()) ? undefined : '有一条还空着，请写上或者删掉';
}
