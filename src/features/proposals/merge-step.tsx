import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { replaceWith } from '@/services/navigate';
import type { StepProps } from './reason-steps';

interface TargetsProps {
  proposalId: string;
  placeId: string;
  value: string | null;
  onChange: (id: string) => void;
}

function Targets({ proposalId, placeId, value, onChange }: TargetsProps) {
  const list = usePages('proposals.list', { placeId, stages: ['collecting'] });
  return (
    <Loaded of={list}>
      {(rows) => {
        const others = rows.filter((row) => row.id !== proposalId);
        if (others.length === 0) return <Empty title="没有别的正在征集的提议" />;
        const choices = others.map(({ id, title, placeName, supporters }) => ({
          id,
          title,
          note: `${placeName} · ${supporters} 人支持`,
        }));
        return (
          <>
            <ChoiceList label="并到哪一件" choices={choices} value={value} onChange={onChange} />
            {list.more && (
              <Button kind="quiet" onTap={list.more} busyText="正在读取…">
                看更多
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** One matter that was raised twice becomes one; its supporters go along (PRO-5). */
export function MergeStep({ proposal, onClose }: StepProps) {
  const { id, revision, placeId } = proposal;
  const [intoId, choose] = useState<string | null>(null);
  const command = useCommand('proposals.merge');
  const branch = useCall('members.places', { parentId: placeId });
  const community = branch.data?.above.find(({ kind }) => kind === 'community')?.id ?? placeId;
  const merge = async (reason: string) => {
    if (!intoId) return null;
    const merged = await command.send({ id, intoId, revision, reason });
    if (merged) replaceWith('/packages/proposals/detail/index', { id: merged.id });
    return merged;
  };
  return (
    <ReasonSheet
      draft={`merge:${id}`}
      title="并到另一件提议里"
      text="支持这件的邻居都算到那一件，同一个人只算一次。两件的提出人都会收到消息。"
      confirm="合并"
      reason={intoId ? undefined : '请先选并到哪一件'}
      error={command.error}
      onSend={merge}
      onClose={onClose}
    >
      <Field label="并到哪一件">
        {branch.data && <Targets proposalId={id} placeId={community} value={intoId} onChange={choose} />}
      </Field>
    </ReasonSheet>
  );
}
