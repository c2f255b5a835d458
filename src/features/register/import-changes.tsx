import type { ImportChange, ImportView } from '@contract/register-import';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { usePages } from '@/features/calls/use-pages';
import { countText } from '@/services/figures';

type Kind = ImportChange['kind'];

function noteOf({ kind, changes, summary }: ImportChange): string {
  if (kind === 'gone') return '名册里没有了，以后的表决不再算';
  if (kind === 'added') return summary;
  return changes
    .map(({ field, before, after }) => `${field}：${before || '空'} → ${after || '空'}`)
    .join('；');
}

function Rows({ importId, kind }: { importId: string; kind: Kind }) {
  const pages = usePages('members.importChanges', { importId, kind });
  return (
    <Loaded of={pages}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="check" title="没有" text="这一类没有变化。" />
        ) : (
          <>
            <List>
              {rows.map((change) => (
                <ListItem key={change.homeId} icon="home" title={change.label} note={noteOf(change)} />
              ))}
            </List>
            {pages.more && (
              <Button kind="quiet" onTap={pages.more}>
                再看一些
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** How the homes of an import differ from those of the register that it was compared with. */
export function ImportChanges({ shown }: { shown: ImportView }) {
  const { added, changed, gone, same } = shown.difference;
  const first: Kind = added > 0 ? 'added' : changed > 0 ? 'changed' : 'gone';
  const [kind, setKind] = useState<Kind>(first);
  return (
    <Section title="和原来比" count={`${countText(same)} 套没有变`}>
      <Segments<Kind>
        label="看哪一类变化"
        segments={[
          { id: 'added', text: '新增', count: added },
          { id: 'changed', text: '有变化', count: changed },
          { id: 'gone', text: '没有了', count: gone },
        ]}
        value={kind}
        onChange={setKind}
        unit="套"
      />
      <Rows importId={shown.id} kind={kind} />
    </Section>
  );
}
