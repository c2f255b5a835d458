import type { LiveView } from '@contract/live';
import { useCommand } from '@/features/calls/use-command';
import type { Live } from './use-live';

/** The steps of whoever leads: each names what it leaves, as it is shown (LIVE-4). */
export function useLead(live: Live, view: LiveView) {
  const item = useCommand('live.item');
  const next = useCommand('live.next');
  const timer = useCommand('live.timer');
  const vote = useCommand('live.vote');
  const pair = useCommand('live.pair');
  const end = useCommand('live.end');
  const { meetingId: id, state } = view;
  const taken = async (answer: Promise<LiveView | null>) => {
    const given = await answer;
    if (given) live.take(given);
    // Somebody was faster, or the network swallowed it: what stands now is shown before the next try.
    else await live.refetch();
    return given !== null;
  };
  const from = state?.timer?.until ?? null;
  const commands = [item, next, timer, vote, pair, end];
  return {
    toItem: (to: string) => taken(item.send({ id, from: state?.itemId ?? '', to })),
    callNext: (spoke: boolean) => taken(next.send({ id, from: state?.speaker ?? null, spoke })),
    setTimer: (act: 'start' | 'extend' | 'stop', seconds: number) =>
      taken(timer.send({ id, from, act, seconds })),
    showVote: (to: string | null) => taken(vote.send({ id, from: state?.vote?.motionId ?? null, to })),
    newCode: () => taken(pair.send({ id })),
    end: () => taken(end.send({ id })),
    error: commands.find((command) => command.error)?.error ?? null,
    clear: () => {
      for (const command of commands) command.clear();
    },
  };
}

export type Lead = ReturnType<typeof useLead>;
