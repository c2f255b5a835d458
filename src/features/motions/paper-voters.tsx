import type { DoorRow, MotionDetail, PaperVoter } from '@contract/motions';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';

function enter(motionId: string, { entryId, label }: PaperVoter): void {
  open('/packages/paper-ballots/paper-enter/index', { motionId, entryId, label });
}

function doorNote({ people, paperWaits, may }: DoorRow): string {
  const waits = paperWaits ? ' · 有一张在等核对' : '';
  return denial(may) ?? `${people} 人可以签字${waits}`;
}

/** The rows read so far; each look is a command of its own, since it stands in the audit log. */
function useDoors(motionId: string) {
  const [rows, setRows] = useState<DoorRow[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const command = useCommand('motions.doorList');
  const look = async (search: string, cursor: string | null) => {
    const page = await command.send({ motionId, search, cursor });
    if (!page) return;
    setRows((before) => (cursor === null ? page.items : [...(before ?? []), ...page.items]));
    setNext(page.next);
  };
  return { rows, next, look, error: command.error };
}

/** Homes without a ballot, for a visit: by building, unit and room. */
export function DoorList({ motion }: { motion: MotionDetail }) {
  const [search, setSearch] = useState('');
  const { rows, next, look, error } = useDoors(motion.id);
  return (
    <>
      <TextInput
        label="哪一栋、哪个单元"
        hint="不填就是全部"
        placeholder="比如：1栋2单元"
        value={search}
        onChange={setSearch}
        max={30}
      />
      <Button
        kind={rows ? 'plain' : 'main'}
        onTap={() => look(search.trim(), null)}
        note="名单上只有还没投票的。谁在什么时候看过，会记下来"
        busyText="正在打开…"
      >
        {rows ? '重新打开名单' : '打开入户名单'}
      </Button>
      {error && <ErrorBox error={error} />}
      {rows?.length === 0 && <Empty icon="check" title="这里都投过票了" />}
      {rows && rows.length > 0 && (
        <List>
          {rows.map((row) => (
            <ListItem
              key={row.entryId}
              title={row.label}
              note={doorNote(row)}
              onTap={row.may === null && !row.paperWaits ? () => enter(motion.id, row) : undefined}
            />
          ))}
        </List>
      )}
      {next && (
        <Button kind="quiet" onTap={() => look(search.trim(), next)}>
          再看一些
        </Button>
      )}
    </>
  );
}

/** Any home on the roll, for a paper that lies on the table. */
export function VoterSearch({ motion }: { motion: MotionDetail }) {
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState('');
  const found = useCall(
    'motions.paperVoters',
    { motionId: motion.id, search: asked },
    { enabled: asked !== '' },
  );
  return (
    <>
      <TextInput
        label="房号"
        hint="栋、单元、房号，中间可以空一格"
        placeholder="比如：1栋 2单元 102"
        value={search}
        onChange={setSearch}
        onConfirm={() => setAsked(search.trim())}
        max={30}
      />
      <Button
        kind={asked ? 'plain' : 'main'}
        reason={search.trim() ? undefined : '先写房号'}
        onTap={() => setAsked(search.trim())}
      >
        找这一户
      </Button>
      {asked !== '' && (
        <Loaded of={found}>
          {({ items, more }) => (
            <>
              {items.length === 0 && (
                <Empty icon="people" title="名册里没有这个房号" text="请看看有没有写错。" />
              )}
              <List>
                {items.map((row) => (
                  <ListItem
                    key={row.entryId}
                    title={row.label}
                    note={denial(row.may)}
                    onTap={row.may === null ? () => enter(motion.id, row) : undefined}
                  />
                ))}
              </List>
              {more && (
                <Notice tone="sky" title="还有很多户">
                  <Text>请把房号写得更全一些。</Text>
                </Notice>
              )}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
