import type { InboxMessage } from '@contract/messages';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import type { IconName } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { spokenTime } from '@/services/time';

const ICONS: Record<InboxMessage['kind'], IconName> = {
  claim: 'key',
  office: 'person',
  proposal: 'propose',
  meeting: 'calendar',
  motion: 'vote',
  resolution: 'document',
  'action-item': 'edit',
  discussion: 'talk',
  booking: 'calendar',
  volunteer: 'heart',
};

/** As many as the call takes at once. */
const AT_ONCE = 50;

/** What was opened is read, what is only in sight is not: nobody has to remember what they overlooked. */
function useReading() {
  const { send } = useCommand('messages.markRead');
  return (messages: readonly InboxMessage[]) => {
    const ids = messages.filter(({ readAt }) => readAt === null).map(({ id }) => id);
    return ids.length > 0 ? send({ ids: ids.slice(0, AT_ONCE) }) : Promise.resolve(null);
  };
}

function MessageRow({ message, onOpen }: { message: InboxMessage; onOpen: () => void }) {
  const { kind, title, body, createdAt, readAt } = message;
  return (
    <ListItem
      icon={ICONS[kind]}
      title={title}
      note={`${body} · ${spokenTime(createdAt, serverNow())}`}
      tags={readAt === null ? <Tag tone="brand">未读</Tag> : undefined}
      onTap={onOpen}
    />
  );
}

/** What concerns me, newest first; each opens what it is about. */
export default function InboxPage() {
  const inbox = usePages('messages.list', {});
  const read = useReading();
  const unread = inbox.data?.some(({ readAt }) => readAt === null) ?? false;
  const openMessage = (message: InboxMessage) => {
    void read([message]);
    openLink(message.link);
  };
  return (
    <Page title="消息">
      {unread && (
        <Button
          kind="plain"
          size="small"
          icon="check"
          onTap={() => read(inbox.data ?? [])}
          busyText="正在记下…"
        >
          都看过了
        </Button>
      )}
      <Loaded of={inbox} skeleton={<Skeleton kind="list" count={4} />}>
        {(messages) =>
          messages.length === 0 ? (
            <Empty icon="bell" title="还没有消息" text="有进展、要开会、要投票，都会告诉您。" />
          ) : (
            <List>
              {messages.map((message) => (
                <MessageRow key={message.id} message={message} onOpen={() => openMessage(message)} />
              ))}
            </List>
          )
        }
      </Loaded>
      {inbox.more && (
        <Button kind="plain" onTap={inbox.more} busyText="正在读取…">
          看更早的
        </Button>
      )}
    </Page>
  );
}
