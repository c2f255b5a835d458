import type { EndedProxy, EntrustedVoter, HeldVote, LapsedProxy, MotionProxies } from '@contract/proxies';
import { type Context, personOf } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { persons } from '../members/repository';
import { maySee } from '../motions/policy/office';
import type { MotionDocument, RollEntryDocument } from '../motions/documents';
import { entriesNear } from '../motions/mine';
import { phaseOf } from '../motions/policy/phase';
import { voterIn, voterRefusal } from '../motions/policy/voter';
import { ballots, motions } from '../motions/repository';
import { entryIn, maxProxiesOf, standingOf } from './case';
import type { Grant, ProxyDocument } from './documents';
import { entrustable, forbidden, givingTime, mayHandleProxies, roomForGrant } from './policy';
import { proxies } from './repository';
import { arenaOf, covers, isLive } from './rules/grants';
import { offerInVain } from './rules/standing-ballot';
import { endedView, givenView, heldView } from './views';

/** The proxy that a voter's people are shown: the one that stands, else the last one for this vote. */
function shownGrant(document: ProxyDocument | null, motion: MotionDocument): Grant | null {
  const here = document?.grants.filter((grant) => covers(grant, motion)) ?? [];
  return here.find(isLive) ?? here.at(-1) ?? null;
}

/** Whether anybody can be entrusted in this vote now. */
const mayGive = (motion: MotionDocument, max: number, now: number) =>
  entrustable(motion) ?? forbidden(max) ?? givingTime(motion, now);

async function entrustedView(
  context: Context,
  motion: MotionDocument,
  entry: RollEntryDocument,
  max: number,
): Promise<EntrustedVoter> {
  const [document, standing] = await Promise.all([
    proxies.byId(store, proxies.idOf(arenaOf(motion), entry.voterKey)),
    standingOf(store, { motion, entry }),
  ]);
  const grant = shownGrant(document, motion);
  const principal = grant?.principalId ? await persons.byId(store, grant.principalId) : null;
  const scope = { motionId: motion._id, meetingId: null };
  const offer =
    mayGive(motion, max, context.now) ??
    offerInVain(motion, context.actor.personId, standing, context.now) ??
    roomForGrant(document, scope, context.now);
  return {
    entryId: entry._id,
    label: entry.label,
    proxy: document && grant && givenView(personOf(context), { motion, entry }, document, grant, principal),
    can: { offer },
  };
}

/** The votes that run and that some of these proxies are for, each read once: a holder of years holds hundreds that are over. */
async function runningOf(grants: readonly Grant[]): Promise<MotionDocument[]> {
  const alone = grants.flatMap(({ meetingId, motionId }) => (meetingId === null ? [motionId] : []));
  const meetings = new Set(grants.flatMap(({ meetingId }) => meetingId ?? []));
  const read = [motions.byIds(alone), ...[...meetings].map((id) => motions.ofMeeting(store, id))];
  const all = new Map((await Promise.all(read)).flat().map((motion) => [motion._id, motion]));
  return [...all.values()].filter(({ state }) => state === 'announced');
}

/** The votes that one proxy is for, with their voter; those that were cancelled or are over for long are not among them. */
async function votesOf(
  context: Context,
  document: ProxyDocument,
  grant: Grant,
  running: readonly MotionDocument[],
): Promise<HeldVote[]> {
  const votes = await Promise.all(
    running
      .filter((motion) => covers(grant, motion))
      .map(async (motion) => {
        const there = await entryIn(motion, document.voterKey);
        if (!there || entrustable(motion) || maySee(context.actor, context.now, motion)) return [];
        const ballot = await ballots.byId(store, ballots.idOf(motion._id, there.entry._id));
        return [heldView(context, there, document, grant, ballot)];
      }),
  );
  return votes.flat();
}

/** Every ballot that the caller may cast for somebody, the first to close first; `of` names one meeting's (or vote's), or one voter's. */
export async function heldVotes(
  context: Context,
  of: Partial<Pick<ProxyDocument, '_id' | 'arenaId'>> = {},
): Promise<HeldVote[]> {
  const { personId } = context.actor;
  const documents = (await proxies.ofHolder(personId)).filter(
    ({ _id, arenaId }) => _id === (of._id ?? _id) && arenaId === (of.arenaId ?? arenaId),
  );
  const held = documents.flatMap((document) =>
    document.grants
      .filter(({ state, holderId }) => state === 'accepted' && holderId === personId)
      .map((grant) => ({ document, grant })),
  );
  const running = await runningOf(held.map(({ grant }) => grant));
  const votes = await Promise.all(
    held.map(({ document, grant }) => votesOf(context, document, grant, running)),
  );
  return votes.flat().sort((a, b) => a.closesAt - b.closesAt || (a.entryId < b.entryId ? -1 : 1));
}

/** What the caller gave in this vote and a renewed roll ended, where the voter is on the roll no more (PROXY-13). */
async function lapsedViews(context: Context, motion: MotionDocument): Promise<LapsedProxy[]> {
  const person = personOf(context);
  const here = await proxies.givenIn(arenaOf(motion), person._id);
  const views = await Promise.all(
    here.map(async (document) => {
      const mine = document.grants.filter((one) => one.principalId === person._id && covers(one, motion));
      const last = mine.at(-1);
      if (last?.state !== 'lapsed' || (await entryIn(motion, document.voterKey))) return [];
      return [{ label: document.label, proxy: givenView(person, null, document, last, null) }];
    }),
  );
  return views.flat();
}

/** What the caller held and a renewed roll has ended, until the vote closes (PROXY-13). */
export async function endedHeld({ actor, now }: Context): Promise<EndedProxy[]> {
  const documents = await proxies.lapsedOf(actor.personId);
  const rows = documents.flatMap((document) =>
    document.grants
      .filter(({ state, holderId }) => state === 'lapsed' && holderId === actor.personId)
      .map((grant) => ({ document, grant })),
  );
  const given = await motions.byIds(rows.map(({ grant }) => grant.motionId));
  const views = rows.map(({ document, grant }) => {
    const motion = given.find(({ _id }) => _id === grant.motionId);
    const runs = motion && ['announced', 'open'].includes(phaseOf(motion, now));
    return runs ? [endedView(motion, document, grant)] : [];
  });
  return views.flat().sort((a, b) => b.endedAt - a.endedAt);
}

/** What the page of a vote shows of proxies to this person. */
export async function presentProxies(context: Context, motion: MotionDocument): Promise<MotionProxies> {
  const { actor, now } = context;
  const person = personOf(context);
  const [near, held, maxProxies, lapsed] = await Promise.all([
    entriesNear(person, [motion]),
    heldVotes(context, { arenaId: arenaOf(motion) }),
    maxProxiesOf(motion),
    lapsedViews(context, motion),
  ]);
  const own = near.filter((entry) => voterRefusal(voterIn(motion, person), entry) === null);
  return {
    motionId: motion._id,
    may: mayGive(motion, maxProxies, now),
    maxProxies,
    atMeeting: motion.meetingId !== null,
    given: await Promise.all(own.map((entry) => entrustedView(context, motion, entry, maxProxies))),
    lapsed,
    held: held.filter(({ motionId }) => motionId === motion._id),
    can: { enterPaper: mayHandleProxies(actor, now, motion) ?? forbidden(maxProxies) },
  };
}
