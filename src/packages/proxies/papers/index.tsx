import type { ProxyPaperRow } from '@contract/proxies';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { RejectProxy } from '@/features/proxies/reject-proxy';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Waiting({ row }: { row: ProxyPaperRow }) {
  const [ending, setEnding] = useState(false);
  const { proxyId, motionId, can, mine } = row;
  return (
    <Card tone={mine ? 'plain' : 'clay'}>
      <ListItem
        title={row.label}
        note={`${row.stateWords} · ${row.enteredByName}登记 · ${dateTimeText(row.enteredAt, serverNow())}`}
      />
      {mine ? (
        <Button kind="quiet" reason={denial(can.reject)} onTap={() => setEnding(true)}>
          登记错了，撤回
        </Button>
      ) : (
        <Button
          kind="plain"
          reason={denial(can.confirm)}
          onTap={() => open('/packages/proxies/paper-check/index', { motionId, proxyId })}
        >
          对着照片核对
        </Button>
      )}
      {ending && <RejectProxy row={row} onClose={() => setEnding(false)} />}
    </Card>
  );
}

function Search({ motionId }: { motionId: string }) {
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState('');
  const found = useCall('proxies.voters', { motionId, search: asked }, { enabled: asked !== '' });
  const enter = (entryId: string, label: string) =>
    open('/packages/proxies/paper-enter/index', { motionId, entryId, label });
  return (
    <Section title="登记收到的委托书">
      <TextInput
        label="委托人的房号"
        hint="栋、单元、房号，中间可以空一格"
        placeholder="比如：1栋 2单元 102"
        value={search}
        onChange={setSearch}
        onConfirm={() => setAsked(search.trim())}
        max={30}
      />
      <Button
        kind="plain"
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
                {items.map(({ entryId, label, may }) => (
                  <ListItem
                    key={entryId}
                    title={label}
                    note={denial(may)}
                    onTap={may === null ? () => enter(entryId, label) : undefined}
                  />
                ))}
              </List>
              {more && <ListItem title="还有很多户，请把房号写得更全一些" />}
            </>
          )}
        </Loaded>
      )}
    </Section>
  );
}

/** Written proxies of one vote, for the officers of its place: to enter and to check. */
export default function ProxyPapersPage() {
  const { id = '' } = useRouter().params;
  const papers = useCall('proxies.papers', { motionId: id }, { enabled: id !== '', refreshEvery: 30_000 });
  return (
    <Page title="纸面委托书">
      <Section title="等核对的">
        <Loaded of={papers}>
          {({ items }) => (
            <>
              {items.length === 0 && <Empty icon="check" title="没有等着核对的委托书" />}
              {items.map((row) => (
                <Waiting key={`${row.proxyId}:${row.number}`} row={row} />
              ))}
            </>
          )}
        </Loaded>
      </Section>
      <Search motionId={id} />
    </Page>
  );
}
