import type { Article, CharterDetail, CharterSummary } from '@contract/charters';
import type { MotionDetail } from '@contract/motions';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { ArticleEditor, missingArticles } from '@/features/charters/article-editor';
import { replaceWith } from '@/services/navigate';

/** The whole new text, written on the version in force; a newer version begins a new draft. */
function Form({ charter, motion }: { charter: CharterDetail; motion: MotionDetail }) {
  const { id: charterId, current: base, articles: known } = charter;
  const name = `charter-change:${motion.id}:${charterId}:${base}`;
  const { value, change, drop } = useDraftForm<{ articles: Article[] }>(name, () => ({ articles: known }));
  const command = useCommand('charters.draftChange');
  const { id: motionId, revision } = motion;
  const send = async () => {
    const { articles } = value;
    if (!(await command.send({ motionId, revision, charterId, base, articles }))) return;
    drop();
    replaceWith('/packages/motions/detail/index', { id: motionId });
  };
  return (
    <>
      <Notice tone="sky" title={`${charter.title}，改的是第${base}版`}>
        <Text>{charter.notice}</Text>
      </Notice>
      <ArticleEditor
        articles={value.articles}
        known={known}
        onChange={(articles) => change({ articles })}
        fields={command.fields}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={send}
        reason={missingArticles(value.articles)}
        note="公布表决以前还可以改，公布以后一字不动"
      >
        存好修改
      </Button>
    </>
  );
}

function Choice({ items, onChoose }: { items: CharterSummary[]; onChoose: (id: string) => void }) {
  if (items.length === 0) {
    return <Empty icon="law" title="这里还没有登记规约" text="先在“公约、规约”里登记现行的，再来改。" />;
  }
  return (
    <Section title="改哪一份">
      <List>
        {items.map(({ id, title, kindLabel, placeName }) => (
          <ListItem key={id} title={title} note={`${kindLabel} · ${placeName}`} onTap={() => onChoose(id)} />
        ))}
      </List>
    </Section>
  );
}

function Chosen({ charterId, motion }: { charterId: string; motion: MotionDetail }) {
  const charter = useCall('charters.detail', { id: charterId });
  return (
    <Loaded of={charter}>{(shown) => <Form key={shown.current} charter={shown} motion={motion} />}</Loaded>
  );
}

function Rules({ placeId, onChoose }: { placeId: string; onChoose: (id: string) => void }) {
  const rules = usePages('charters.list', { placeId });
  return (
    <>
      <Loaded of={rules}>{(items) => <Choice items={items} onChoose={onChoose} />}</Loaded>
      {rules.more && (
        <Button kind="quiet" onTap={rules.more}>
          看更多
        </Button>
      )}
    </>
  );
}

/** Drafting a change of written rules on a vote that is not announced yet. */
export default function ChangeCharterPage() {
  const { id = '', placeId = '' } = useRouter().params;
  const [chosen, setChosen] = useState<string | null>(null);
  const motion = useCall('motions.detail', { id }, { enabled: id !== '' });
  const charterId = chosen ?? motion.data?.charter?.id ?? null;
  return (
    <Page title="起草规约的修改">
      <Loaded of={motion}>
        {(shown) =>
          charterId ? (
            <Chosen charterId={charterId} motion={shown} />
          ) : (
            <Rules placeId={placeId} onChoose={setChosen} />
          )
        }
      </Loaded>
    </Page>
  );
}
