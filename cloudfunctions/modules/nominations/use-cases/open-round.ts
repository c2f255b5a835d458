import type { CallInput } from '@contract/calls';
import type { RoundDetail } from '@contract/nominations';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { places } from '../../members/repository';
import { bodyPlaceRefusal } from '../../motions/policy/place';
import { mayOpen, maySee } from '../policy';
import { presentRound } from '../present';
import { rounds } from '../repository';
import { windowFits } from '../rules';

/** Opens a round, and everybody of the place hears of it (NOM-1). */
export async function openRound(
  context: Context,
  input: CallInput<'nominations.open'>,
): Promise<RoundDetail> {
  const { placeId, title, purpose, closesAt, seats } = input;
  await requirePassed(context, [title, purpose]);
  const { subjectId } = await change(context, async (transaction) => {
    const { actor, now } = context;
    const place = found(await places.byId(transaction, placeId));
    enforce(maySee(actor, now, place.path) ?? mayOpen(actor, now, place.path));
    enforce(bodyPlaceRefusal('yard', place.kind, await places.profileFor(transaction, place.path)));
    if (!windowFits(now, closesAt))
      throw new Refusal('INVALID_INPUT', { closesAt: '推荐的时间要在1天到90天之间' });
    const _id = newId(context, 'round');
    const { name: placeName, path } = place;
    await rounds.put(transaction, {
      _id,
      ...{ title, purpose, placeId, placeName, path, closesAt, seats },
      ...{ candidateIds: [], motionId: null, revision: 1, createdAt: now },
    });
    const link = `/packages/nominations/round/index?id=${_id}`;
    const body = `${chinaTime(closesAt)}前都可以推荐。`;
    return {
      subject: { kind: 'round', id: _id },
      path,
      facts: { closesAt, seats },
      messages: [{ audience: { placeId }, kind: 'proposal', title: `请大家推荐：${title}`, body, link }],
    };
  });
  return presentRound(context, subjectId);
}
