import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { TextInput } from '@/components/text-input/text-input';
import { usePages } from '@/features/calls/use-pages';
import { nextItemId, type PlannedItem } from './use-plan';
import './agenda.scss';

interface AgendaEditorProps {
  placeId: string;
  agenda: readonly PlannedItem[];
  onChange: (agenda: PlannedItem[]) => void;
  error?: string;
}

function FreeTopic({ onAdd }: { onAdd: (title: string) => void }) {
  const [title, setTitle] = useState('');
  return (
    <>
      <TextInput label="另写一个议题" optional value={title} onChange={setTitle} max={60} />
      <Button kind="plain" reason={title.trim() ? undefined : '先写议题'} onTap={() => onAdd(title.trim())}>
        加上这个议题
      </Button>
    </>
  );
}

function AddTopic({
  placeId,
  agenda,
  onAdd,
  onClose,
}: Omit<AgendaEditorProps, 'onChange'> & {
  onAdd: (item: Omit<PlannedItem, 'id'>) => void;
  onClose: () => void;
}) {
  const proposals = usePages('proposals.list', { placeId, stages: ['collecting', 'rejected'] });
  const taken = new Set(agenda.map((item) => item.proposalId));
  return (
    <Sheet open title="加议题" onClose={onClose}>
      <Loaded of={proposals}>
        {(rows) => {
          const shared = rows.filter((row) => row.route === 'shared' && !taken.has(row.id));
          if (shared.length === 0)
            return <Empty title="没有等着开会的共事提议" text="提议分类为共事以后，会出现在这里。" />;
          return (
            <List>
              {shared.map((row) => (
                <ListItem
                  key={row.id}
                  icon="plus"
                  title={row.title}
                  note={`${row.supporters} 人附议 · ${row.authorName}${row.stage === 'rejected' ? ' · 上次没有通过' : ''}`}
                  onTap={() => onAdd({ title: row.title, note: '', proposalId: row.id })}
                />
              ))}
            </List>
          );
        }}
      </Loaded>
      <FreeTopic onAdd={(title) => onAdd({ title, note: '', proposalId: null })} />
    </Sheet>
  );
}

/** The agenda in order: topics from the proposals that are 共事, or written freely; moved up and taken off by a tap. */
export function AgendaEditor({ placeId, agenda, onChange, error }: AgendaEditorProps) {
  const [adding, setAdding] = useState(false);
  const without = (n: number) => agenda.filter((_, at) => at !== n);
  const up = (n: number) => {
    const moved = agenda[n];
    if (moved) onChange([...without(n).slice(0, n - 1), moved, ...without(n).slice(n - 1)]);
  };
  const add = (item: Omit<PlannedItem, 'id'>) => {
    onChange([...agenda, { ...item, title: item.title.slice(0, 60), id: nextItemId(agenda) }]);
    setAdding(false);
  };
  return (
    <Section title="议题" count={`${agenda.length} 项`}>
      {agenda.map((item, n) => (
        <Card key={item.id}>
          <ListItem title={`${n + 1}. ${item.title}`} note={item.proposalId ? '来自提议' : undefined} />
          <View className="agenda-turns">
            {n > 0 && (
              <Button kind="plain" size="small" onTap={() => up(n)} label={`把${item.title}往前移`}>
                往前移
              </Button>
            )}
            <Button kind="plain" size="small" onTap={() => onChange(without(n))} label={`去掉${item.title}`}>
              去掉
            </Button>
          </View>
        </Card>
      ))}
      {error && <Notice tone="brand" icon="warn" title={error} />}
      <Button kind="plain" icon="plus" onTap={() => setAdding(true)}>
        加议题
      </Button>
      {adding && <AddTopic placeId={placeId} agenda={agenda} onAdd={add} onClose={() => setAdding(false)} />}
    </Section>
  );
}
