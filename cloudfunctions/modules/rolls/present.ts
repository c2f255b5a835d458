import type { OwnRoll, RollPart } from '@contract/rolls';
import { type Context, personOf } from '../../kernel/context';
import type { PersonDocument } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import type { MotionDocument } from '../motions/documents';
import { conveningLaw } from '../motions/drafting';
import { entriesNear, mayKnowAll } from '../motions/mine';
import { mayPrepare, maySee } from '../motions/policy/office';
import { weighsArea } from '../motions/policy/terms';
import { voterIn, voterRefusal } from '../motions/policy/voter';
import { motions } from '../motions/repository';
import { refusalWords } from '../motions/refusal-words';
import { HEAD_WORDS } from '../motions/words';
import { mayAnswer, mayChallenge, mayRenew } from './policy';
import { challenges } from './repository';
import { challengeView } from './views';
import { absentWords, whyWords } from './words';

/** A motion whose roll the caller may look at. */
export async function motionWithRoll({ actor, now }: Context, motionId: string): Promise<MotionDocument> {
  const motion = found(await motions.byId(store, motionId));
  enforce(maySee(actor, now, motion));
  found(motion.roll);
  return motion;
}

/** Voters that the caller casts for, or that stand for a home of theirs; of the latter only why they may not (SEC-11). */
async function partsOf(person: PersonDocument, motion: MotionDocument): Promise<RollPart[]> {
  const near = await entriesNear(person, [motion]);
  const voter = voterIn(motion, person);
  return near.flatMap((entry) => {
    const may = voterRefusal(voter, entry);
    if (may !== null && entry.kind === 'persons') return [];
    const known = may === null || mayKnowAll(person, entry);
    const own = voter.ties.find(({ homeId }) => entry.homeIds.includes(homeId));
    const label = known ? entry.label : (own?.label ?? '');
    const why = known ? whyWords(motion, entry) : [];
    const refused = refusalWords(may);
    return [{ entryId: entry._id, label, may, why: refused === null ? why : [refused, ...why] }];
  });
}

async function canDo(context: Context, motion: MotionDocument): Promise<OwnRoll['can']> {
  const { actor, now } = context;
  const challenge = mayChallenge(motion, now);
  const denial = mayPrepare(actor, now, motion.path);
  if (denial) return { challenge, answer: denial, renew: denial };
  const { conveners } = await conveningLaw(motion, now);
  return {
    challenge,
    answer: mayAnswer(actor, now, motion, conveners, null),
    renew: mayRenew(actor, now, motion, conveners),
  };
}

/** 名册 of one motion for this person, in one answer. */
export async function presentOwnRoll(context: Context, motionId: string): Promise<OwnRoll> {
  const motion = await motionWithRoll(context, motionId);
  const person = personOf(context);
  const [parts, mine, counts, can] = await Promise.all([
    partsOf(person, motion),
    challenges.ofPerson(motionId, person._id),
    challenges.counts(motionId),
    canDo(context, motion),
  ]);
  const { title, placeName, placeId, bodyKind, opensAt, revision } = motion;
  const { heads, area, frozenAt, hash } = found(motion.roll);
  const homes = person.ties.filter(({ path }) => path.includes(placeId));
  return {
    ...{ motionId, title, placeName, heads, frozenAt, hash, opensAt, revision, parts, counts, can },
    headWords: HEAD_WORDS[bodyKind],
    area: weighsArea(motion) ? area : null,
    renewals: (motion.rollRenewals ?? []).map(({ at, reason, to }) => ({ at, reason, hash: to })),
    absent: parts.length > 0 ? null : absentWords(motion, homes.length > 0),
    homes: homes.map(({ homeId: id, label }) => ({ id, label })),
    mine: mine.map((challenge) => challengeView(challenge, 'OWN_CHALLENGE')),
  };
}
