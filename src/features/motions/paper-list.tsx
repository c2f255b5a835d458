import type { PaperRow } from '@contract/motions';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { rowNote } from './paper-words';

const address = ({ motionId, entryId, label }: PaperRow) => ({ motionId, entryId, label });

function Withdraw({ row, onClose }: { row: PaperRow; onClose: () => void }) {
  const command = useCommand('motions.withdrawPaper');
  const withdraw = async () => {
    const { motionId, entryId, revision } = row;
    if (await command.send({ motionId, entryId, revision })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`撤回${row.label}的纸质票吗？`}
      text="撤回以后这张票不计入，可以重新登记。"
      confirm="撤回登记"
      onConfirm={withdraw}
      error={command.error}
      onClose={onClose}
    />
  );
}

function Row({ row }: { row: PaperRow }) {
  const [asking, setAsking] = useState(false);
  const { mine, state, can } = row;
  return (
    <Card tone={state === 'entered' && !mine ? 'clay' : 'plain'}>
      <ListItem title={row.label} note={`${row.stateWords} · ${rowNote(row)}`} />
      {state === 'entered' && !mine && (
        <Button
          kind="plain"
          reason={denial(can.confirm)}
          onTap={() => open('/packages/paper-ballots/paper-check/index', address(row))}
        >
          对着照片核对
        </Button>
      )}
      {state === 'entered' && mine && (
        <Button kind="quiet" reason={denial(can.withdraw)} onTap={() => setAsking(true)}>
          撤回登记
        </Button>
      )}
      {(state === 'differed' || state === 'rejected' || can.again === null) && (
        <Button
          kind="plain"
          reason={denial(can.again)}
          onTap={() => open('/packages/paper-ballots/paper-enter/index', address(row))}
          note="照片还在，对着重新选一次"
        >
          {state === 'rejected' ? '退错了，重新登记' : '重新登记'}
        </Button>
      )}
      {asking && <Withdraw row={row} onClose={() => setAsking(false)} />}
    </Card>
  );
}

const EMPTY = {
  waiting: { title: '没有等着核对的纸质票', text: '手里有收来的票，点上面的“登记交来的票”。' },
  ended: { title: '还没有办完的纸质票', text: '核对过、退回或撤回的票会排在这里。' },
} as const;

/** Papers that wait for a second officer, or those that came to an end. */
export function PaperList({ motionId, state }: { motionId: string; state: 'waiting' | 'ended' }) {
  const papers = usePages('motions.papers', { motionId, state });
  return (
    <Loaded of={papers}>
      {(rows) => (
        <>
          {rows.length === 0 && <Empty icon="check" {...EMPTY[state]} />}
          {rows.map((row) => (
            <Row key={row.entryId} row={row} />
          ))}
          {papers.more && (
            <Button kind="quiet" onTap={papers.more}>
              再看一些
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
