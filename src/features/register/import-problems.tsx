import type { ImportView } from '@contract/register-import';
import { Text, View } from '@tarojs/components';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { countText } from '@/services/figures';
import { whereText } from './register-words';

/** What has to be mended in the file; it can then only be sent again. */
export function ImportProblems({ shown }: { shown: ImportView }) {
  if (shown.problemCount === 0) return null;
  const more = shown.problemCount - shown.problems.length;
  return (
    <>
      <Notice tone="brand" icon="warn" title={`有 ${countText(shown.problemCount)} 处要改，名册没有变`}>
        <Text>请在原来的文件里按下面的提示改好，再传一次。只要有一处不对，整份都不会启用。</Text>
      </Notice>
      <Section title="要改的地方" count={`${countText(shown.problemCount)} 处`}>
        <List>
          {shown.problems.map((problem, n) => (
            <ListItem key={n} icon="edit" title={whereText(problem)} note={problem.text} />
          ))}
        </List>
        {more > 0 && <Text>还有 {countText(more)} 处没有列出，改好上面的再传，会接着提示。</Text>}
      </Section>
    </>
  );
}

/** What was read otherwise than it stands. */
export function ImportNotes({ notes }: Pick<ImportView, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <Notice tone="sky" icon="info" title="读文件时注意到">
      {notes.map((note) => (
        <View key={note}>
          <Text>{note}</Text>
        </View>
      ))}
    </Notice>
  );
}
