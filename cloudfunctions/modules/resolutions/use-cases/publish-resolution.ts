import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { carryChange } from '../../charters/carry';
import { meetings } from '../../meetings/repository';
import type { MotionDocument } from '../../motions/documents';
import { profileOf } from '../../motions/profile';
import { motions } from '../../motions/repository';
import { dayOf } from '../../motions/rules/days';
import { publicationRefusal } from '../../motions/rules/publication';
import { boardFor, requirePath } from '../../paths/gate';
import { decisionOf } from '../../motions/rules/worth';
import type { ResolutionDocument } from '../documents';
import { followPublished } from '../follow';
import { maySee, mayPublish } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';
import { PUBLISHED_AS, worthWords } from '../rules';

type Publication = Omit<CallInput<'resolutions.publish'>, 'clientId'>;

function resolutionOf(
  context: Context,
  motion: MotionDocument,
  publication: Publication,
): ResolutionDocument {
  const { verdict } = motion;
  if (!verdict) throw new Error('a counted motion has a verdict');
  const passed = decisionOf({ worth: motion.worth, outcome: verdict.outcome }) === 'passed';
  return {
    _id: resolutions.idOf(motion._id),
    motionId: motion._id,
    proposalId: motion.proposalId,
    authorIds: [],
    title: motion.title,
    text: publication.text,
    verdict,
    worth: motion.worth,
    placeId: motion.placeId,
    placeName: motion.placeName,
    path: motion.path,
    publishedAt: context.now,
    publishedUntilOn: publication.publishedUntilOn,
    items: [],
    stage: passed ? 'publishing' : 'closed',
    closed: passed ? null : { at: context.now, how: 'nothing-to-do' },
    askedAt: null,
    silentOn: null,
    reopened: [],
    revision: 1,
  };
}

function published(resolution: ResolutionDocument): Change {
  const link = resolutionLink(resolution._id);
  const { worth, verdict } = resolution;
  const title = `${PUBLISHED_AS[decisionOf({ worth, outcome: verdict.outcome })]}：${resolution.title}`;
  const detail = `公示到${chinaDay(resolution.publishedUntilOn)}。${worthWords(worth)}`;
  return {
    subject: { kind: 'resolution', id: resolution._id },
    path: resolution.path,
    matterId: resolution.proposalId ?? resolution.motionId,
    timeline: { kind: 'published', title, detail, photos: [], link },
    facts: { outcome: verdict.outcome, until: resolution.publishedUntilOn },
    messages: [{ audience: { placeId: resolution.placeId }, kind: 'resolution', title, body: detail, link }],
  };
}

/** A statutory result goes out only with the steps before it on record (PATH-17). */
async function requireLawful(transaction: Transaction, motion: MotionDocument): Promise<void> {
  const meeting = motion.meetingId === null ? null : await meetings.byId(transaction, motion.meetingId);
  requirePath(motion, await boardFor(transaction, motion), meeting);
}

async function publish(
  transaction: Transaction,
  context: Context,
  motion: MotionDocument,
  publication: Publication,
) {
  const resolution = resolutionOf(context, motion, publication);
  const proposal = await followPublished(transaction, context, resolution);
  const complete = { ...resolution, authorIds: proposal?.authorIds ?? [] };
  await resolutions.put(transaction, complete);
  await motions.put(transaction, { ...motion, resolutionId: resolution._id, revision: motion.revision + 1 });
  const charter = await carryChange(transaction, context, motion, complete);
  const change = published(complete);
  return charter ? { ...change, facts: { ...change.facts, charter } } : change;
}

/** Publishes the fixed result for at least fifteen days, passed or not, with what the vote was worth (RES-3, RES-4, RES-9). */
export async function publishResolution(
  context: Context,
  input: CallInput<'resolutions.publish'>,
): Promise<ResolutionDetail> {
  const { clientId: _once, ...publication } = input;
  const known = found(await motions.byId(store, input.motionId));
  enforce(maySee(context.actor, context.now, known.path));
  const profile = await profileOf(store, known);
  await requirePassed(context, [input.text]);
  const { subjectId } = await change(context, async (transaction) => {
    const motion = found(await motions.byId(transaction, input.motionId));
    enforce(mayPublish(context.actor, context.now, motion));
    await requireLawful(transaction, motion);
    // In here, so that a retry after midnight is answered and not refused (IDM-4).
    enforce(publicationRefusal(dayOf(context.now), input.publishedUntilOn, profile));
    return publish(transaction, context, motion, publication);
  });
  return presentResolution(context, subjectId);
}
