import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { isExpectedAt } from '../../meetings/expected';
import { attendances } from '../../meetings/repository';
import { liveFor } from '../lead';
import { mayAsk, mayWithdraw, standing } from '../policy';
import { presentLive } from '../present';
import { asks } from '../repository';

/**
 * Asks to speak; again while one waits changes nothing. Nobody meets anybody here: the number is dealt by whoever adds up next, so
 * that a whole yard can raise its hand at once (LIVE-3).
 */
export async function askToSpeak(context: Context, { id }: CallInput<'live.ask'>): Promise<LiveView> {
  const { _id: personId, name } = personOf(context);
  await change(context, async (transaction) => {
    const attendance = await attendances.ofPerson(transaction, id, personId);
    const checkedIn = attendance !== null;
    const live = await liveFor(transaction, context, id, async (place, stands) =>
      mayAsk(context.now, stands, { checkedIn, expected: await isExpectedAt(context, place) }),
    );
    const { path } = live.meeting;
    const askId = asks.idOf(id, personId);
    const subject = { kind: 'meeting', id };
    if (standing(live, await asks.byId(transaction, askId))) return { subject, path, unchanged: true };
    const { run } = live;
    const state = 'waiting' as const;
    await asks.put(transaction, {
      ...{ _id: askId, meetingId: id, run, personId, name, state },
      ...{ askedAt: context.now, number: 0 },
    });
    return { subject, path };
  });
  return presentLive(context, id);
}

/** Takes it back, until the number is called. */
export async function withdrawAsk(context: Context, { id }: CallInput<'live.withdraw'>): Promise<LiveView> {
  await change(context, async (transaction) => {
    const ask = await asks.byId(transaction, asks.idOf(id, context.actor.personId));
    const live = await liveFor(transaction, context, id, (_place, stands) =>
      mayWithdraw(context.now, stands, ask),
    );
    if (ask) await asks.put(transaction, { ...ask, state: 'withdrawn' });
    return { subject: { kind: 'meeting', id }, path: live.meeting.path };
  });
  return presentLive(context, id);
}
