import type { PublicAnswers, PublicInput } from '@contract/public';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { limitCommand } from '../../../kernel/rate-limit';
import { Refusal } from '../../../kernel/refusal';
import { screenId } from '../screen';
import { lives } from '../repository';
import { changed, isRunning, SCREENS } from '../rules/running';

/** Guesses in ten minutes: of one address, and of all together. A million codes, each good for five minutes. */
const GUESSES = 20;
const ALL_GUESSES = 500;

/**
 * Pairs a projector by the code on a phone: once for each code. The secret is the projector's own, so that the same call sent again
 * after a lost answer is the same projector (LIVE-8).
 */
export async function pairScreen(
  context: Context,
  { code, secret }: PublicInput<'pair'>,
  source: string,
): Promise<PublicAnswers['pair']> {
  await limitCommand(`public:${source}`, context.action, GUESSES, context.now);
  await limitCommand('public', context.action, ALL_GUESSES, context.now);
  const [seen, another] = await lives.byCode(code);
  const { subjectId } = await change(context, async (transaction) => {
    const live = seen && !another ? await lives.byId(transaction, seen._id) : null;
    const pairing = live?.pairing;
    if (!live || pairing?.code !== code || pairing.until <= context.now || !isRunning(live, context.now)) {
      throw new Refusal('PAIRING_WRONG');
    }
    if (live.screens.length >= SCREENS) throw new Refusal('SCREENS_FULL');
    const screens = [...live.screens, screenId(secret)];
    await lives.put(transaction, changed({ ...live, pairing: null, screens }, context.now));
    return {
      subject: { kind: 'meeting', id: live._id },
      path: live.meeting.path,
      facts: { screens: screens.length },
    };
  });
  return { meetingId: subjectId };
}
