import type { HeldVote } from '@contract/proxies';
import { List, ListItem } from '@/components/list-item/list-item';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayTimeText } from '@/services/time';

function noteOf({ can, cast, principalName, closesAt }: HeldVote): string {
  const now = serverNow();
  if (can.cast === 'BALLOT_NOT_OPEN') return `${principalName}委托 · 还没有开始`;
  if (can.cast !== null) return denial(can.cast) ?? '';
  const done = cast ? '您已经代投，可以改' : '还没有代投';
  return `${principalName}委托 · ${done} · ${dayTimeText(closesAt, now)} 截止`;
}

/** Ballots that I may cast for others, each leading to its paper. */
export function HeldVotes({ votes, titled }: { votes: readonly HeldVote[]; titled?: boolean }) {
  return (
    <List>
      {votes.map((vote) => (
        <ListItem
          key={`${vote.motionId}:${vote.entryId}`}
          icon={vote.cast?.stands ? 'check' : 'person'}
          title={titled ? `${vote.voterLabel}：${vote.motionTitle}` : vote.voterLabel}
          note={noteOf(vote)}
          onTap={() =>
            open('/packages/proxies/cast/index', { motionId: vote.motionId, entryId: vote.entryId })
          }
        />
      ))}
    </List>
  );
}
