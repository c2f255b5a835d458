import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { enforce } from '../../../kernel/refusal';
import { attendances } from '../../meetings/repository';
import { liveIn } from '../lead';
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
    const live = await liveIn(transaction, context, id);
    const { path } = live.meeting;
    const attendance = await attendances.ofPerson(transaction, id, personId);
    enforce(mayAsk(context.actor, context.now, live, attendance !== null));
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
    const live = await liveIn(transaction, context, id);
    const ask = await asks.byId(transaction, asks.idOf(id, context.actor.personId));
    enforce(mayWithdraw(context.now, live, ask));
    if (ask) await asks.put(transaction, { ...ask, state: 'withdrawn' });
    return { subject: { kind: 'meeting', id }, path: live.meeting.path };
  });
  return presentLive(context, id);
}
