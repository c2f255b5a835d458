import type { ImportView, NamesakeView } from '@contract/register-import';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { type Choice, ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { denial } from '@/services/messages';

type Answer = 'same' | 'different';

const DECIDED = { same: 'same', different: 'different', before: null } as const;

function choicesOf({ can }: NamesakeView): Choice<Answer>[] {
  const reason = can.same === 'IMPORT_NAMESAKES' ? '文件里写了不同的业主编号' : denial(can.same);
  return [
    { id: 'same', title: '是同一人', mark: 'yes', note: '几套房合成一票，面积加在一起', reason },
    { id: 'different', title: '不是同一人', mark: 'no', note: '各算各的', reason: denial(can.different) },
  ];
}

function Namesake({ group, importId }: { group: NamesakeView; importId: string }) {
  const decide = useCommand('members.decideNamesakes');
  const send = (answer: Answer) =>
    void decide.send({ importId, decisions: [{ id: group.id, same: answer === 'same' }] });
  return (
    <Card>
      {group.homes.map(({ label, key }) => (
        <ListItem key={label} icon="home" title={label} note={key ? `业主编号 ${key}` : undefined} />
      ))}
      {group.samePhone && <Text>文件里这几套房的电话相同。</Text>}
      {group.decision === 'before' && <Text>以前已经确认过，不改就照旧。</Text>}
      {decide.error && <ErrorBox error={decide.error} />}
      <ChoiceList
        label={`${group.name}是不是同一人`}
        choices={choicesOf(group)}
        value={group.decision && DECIDED[group.decision]}
        onChange={send}
      />
    </Card>
  );
}

function Rest({ shown }: { shown: ImportView }) {
  const decide = useCommand('members.decideNamesakes');
  const { undecided, restDifferent } = shown.namesakes;
  if (undecided === 0) return <Notice tone="leaf" icon="check" title="同名的业主都确认过了" />;
  if (restDifferent) {
    return <Notice tone="leaf" icon="check" title={`没有确认的 ${undecided} 组，都按不同的人算`} />;
  }
  return (
    <Notice tone="clay" icon="warn" title={`还有 ${undecided} 组同名没有确认`}>
      <Text>系统不会因为名字一样就当成一个人。请一组一组确认，拿不准的可以先按不同的人算。</Text>
      {decide.error && <ErrorBox error={decide.error} />}
      <Button
        kind="plain"
        onTap={() => decide.send({ importId: shown.id, decisions: [], restDifferent: true })}
      >
        其余的各算各的
      </Button>
    </Notice>
  );
}

/** Names that stand in several homes: somebody says whether each is one person, nobody guesses. */
export function Namesakes({ shown }: { shown: ImportView }) {
  const pages = usePages('members.namesakes', { importId: shown.id });
  if (shown.namesakes.total === 0 || shown.can.decide !== null) return null;
  return (
    <Section title="同名的业主" count={`${shown.namesakes.total} 组`}>
      <Rest shown={shown} />
      <Loaded of={pages}>
        {(groups) => (
          <>
            {groups.map((group) => (
              <Section key={group.id} title={group.name} count={`${group.homeCount} 套`}>
                <Namesake group={group} importId={shown.id} />
              </Section>
            ))}
            {pages.more && (
              <Button kind="quiet" onTap={pages.more}>
                再看一些
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
