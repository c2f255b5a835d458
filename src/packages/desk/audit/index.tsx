import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { actionWords } from '@/features/desk/action-words';
import { DownloadChain } from '@/features/motions/download-chain';
import { openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** One stretch of the sealed record; what follows is checked on request. */
function Chain({ from }: { from: number }) {
  const [further, setFurther] = useState(false);
  const check = useCall('audit.check', { from });
  return (
    <Loaded of={check}>
      {({ brokenAt, entries, head, to, next }) => (
        <>
          {brokenAt === null ? (
            <Notice tone="leaf" icon="check" title={`核对过的 ${entries} 条记录都没有被改动`}>
              <Text>
                {head
                  ? `记录写下后一两分钟就封存，封了的改不动。核对到第 ${to} 次封存，核对码 ${head.slice(0, 16)}`
                  : '还没有封存的记录'}
              </Text>
            </Notice>
          ) : (
            <Notice tone="brand" icon="warn" title={`第 ${brokenAt} 次封存的记录对不上`}>
              <Text>有记录被改动或删去，请马上联系街道和技术人员。</Text>
            </Notice>
          )}
          {next !== null &&
            (further ? (
              <Chain from={next} />
            ) : (
              <Button kind="quiet" onTap={() => setFurther(true)}>
                接着核对后面的
              </Button>
            ))}
        </>
      )}
    </Loaded>
  );
}

const opening = (link: string | null) => (link === null ? undefined : () => openLink(link));

function Entries({ placeId }: { placeId: string }) {
  const entries = usePages('audit.entries', { placeId });
  return (
    <Loaded of={entries}>
      {(rows) => (
        <>
          {rows.length === 0 && <Empty icon="document" title="这里还没有记录" />}
          <List>
            {rows.map((row) => (
              <ListItem
                key={row.id}
                title={`${row.by}：${actionWords(row.action)}${row.title === null ? '' : `「${row.title}」`}`}
                note={`${dateTimeText(row.at, serverNow())}${row.sealed ? ' · 已封存' : ''}`}
                onTap={opening(row.link)}
              />
            ))}
          </List>
          {entries.more && (
            <Button kind="quiet" onTap={entries.more}>
              再看一些
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** What was changed here, by whom, and whether the sealed record still fits itself. */
export default function AuditPage() {
  const { placeId } = useRouter().params;
  const desk = useCall('overview.desk', {}, { enabled: !placeId });
  return (
    <Page title="操作记录">
      <Chain from={1} />
      <DownloadChain />
      <Section title="最近的操作">
        {placeId ? (
          <Entries placeId={placeId} />
        ) : (
          <Loaded of={desk}>{({ places }) => <Entries placeId={places[0]?.id ?? ''} />}</Loaded>
        )}
      </Section>
    </Page>
  );
}
