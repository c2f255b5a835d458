import { change } from '../../kernel/change';
import { serverNow } from '../../kernel/clock';
import { systemContext } from '../../kernel/context';
import type { PersonDocument } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import { motionLink } from '../motions/announcement';
import type { MotionDocument, RollEntryDocument } from '../motions/documents';
import { peopleOf } from '../motions/paper-case';
import { phaseOf } from '../motions/policy/phase';
import { motions, rollEntries, rolls } from '../motions/repository';
import { layDown, proxyChange, type Told } from './case';
import type { Grant, ProxyDocument } from './documents';
import { entrustable, type Lapse, lapseOf, type Standing } from './policy';
import { proxies } from './repository';
import { arenaOf, covers, isLive, withGrant } from './rules/grants';
import { HELD_LINK, lapseWords } from './words';

/** A vote that can still be cast in, with those of the voters looked for who stand on its roll, by their key. */
interface Vote {
  motion: MotionDocument;
  entries: ReadonlyMap<string, RollEntryDocument>;
}

async function votesOf(motion: MotionDocument, voterKeys: readonly string[], now: number): Promise<Vote[]> {
  const all = motion.meetingId === null ? [motion] : await motions.ofMeeting(store, motion.meetingId);
  const running = all.filter(
    (one) => ['announced', 'open'].includes(phaseOf(one, now)) && entrustable(one) === null,
  );
  return Promise.all(
    running.map(async (one) => {
      const ids = voterKeys.map((key) => rollEntries.idOf(one.roll?.id ?? '', key));
      const rows = await rollEntries.byIds(ids);
      return { motion: one, entries: new Map(rows.map((entry) => [entry.voterKey, entry])) };
    }),
  );
}

/** Of a voter that is on the roll no more: those who stood for it on the last version that had it. */
async function formerPeople(motion: MotionDocument, voterKey: string): Promise<string[]> {
  const { roll, rollRenewals = [] } = motion;
  if (!roll) return [];
  for (const { from } of [...rollRenewals].reverse()) {
    const entry = await rollEntries.byId(store, rollEntries.idOf(rolls.idOf(motion._id, from), voterKey));
    // Whoever has left their home since is asked for as they stood then.
    if (entry) return peopleOf({ motion: { ...motion, roll: { ...roll, frozenAt: 0 } }, entry });
  }
  return [];
}

interface Ended {
  motion: MotionDocument;
  document: ProxyDocument;
  grant: Grant;
  why: Lapse;
  /** The voter in a vote that the proxy was for; null: on no roll of them. */
  entry: RollEntryDocument | null;
}

async function toldOf({ motion, document, grant, entry }: Ended, reason: string): Promise<Told[]> {
  const { principalId, holderId, holderName, enteredBy, state } = grant;
  const voters =
    principalId !== null
      ? [principalId]
      : entry
        ? await peopleOf({ motion, entry })
        : await formerPeople(motion, document.voterKey);
  const title = `委托结束了：${motion.title}`;
  const link = motionLink(motion._id);
  const toVoters = `${reason}。您给${holderName}的委托不再有效。名册不对的，请在表决页点“名册：看看有没有您”提出异议；名册对的，您不用再做什么。`;
  const toHolder = `${reason}。您不用再代投这一票，它也不再占您的委托份数。`;
  const toOfficer = `${reason}。您登记的纸面委托书不再有效。`;
  return [
    { persons: voters, title, body: toVoters, link },
    { persons: state === 'accepted' && holderId ? [holderId] : [], title, body: toHolder, link: HELD_LINK },
    { persons: enteredBy ? [enteredBy] : [], title, body: toOfficer, link },
  ];
}

/** Ends one, once, unless somebody ended it meanwhile; whoever takes it up at this moment meets this on the document. */
async function end(ended: Ended, requestId: string): Promise<void> {
  const { motion, document, entry, why } = ended;
  const { _id: proxyId } = document;
  const { number } = ended.grant;
  const context = systemContext(`proxies.lapse:${proxyId}:${number}`, requestId);
  await change(context, async (transaction) => {
    const stored = found(await proxies.byId(transaction, proxyId));
    const before = found(stored.grants.find((grant) => grant.number === number) ?? null);
    const subject = { kind: 'proxy', id: proxyId };
    if (!isLive(before)) return { subject, path: motion.path, unchanged: true };
    await layDown(transaction, stored, before);
    const reason = lapseWords(why, stored.label, before);
    const over = { endedBy: null, endedAt: serverNow(), reason };
    const lapsed: Grant = { ...before, state: 'lapsed', ...over };
    await proxies.put(transaction, withGrant(stored, lapsed));
    const told = await toldOf({ ...ended, grant: before }, reason);
    return proxyChange({ motion, proxyId, entry }, lapsed, told);
  });
}

/** Why a proxy ends with the rolls as they are; null while it is for a vote that can be cast under it. */
function endedBy(
  motion: MotionDocument,
  votes: readonly Vote[],
  people: ReadonlyMap<string, PersonDocument>,
) {
  return (document: ProxyDocument, grant: Grant): Ended | null => {
    const covered = votes.filter((vote) => covers(grant, vote.motion));
    // Every vote that it was for is over: there is nothing left to end.
    if (covered.length === 0) return null;
    const standing: Standing[] = covered.flatMap((vote) => {
      const entry = vote.entries.get(document.voterKey);
      return entry ? [{ motion: vote.motion, entry }] : [];
    });
    const personOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
    const why = lapseOf(grant, standing, personOf(grant.principalId), personOf(grant.holderId));
    const near = standing[0];
    return why && { motion: near?.motion ?? motion, document, grant, why, entry: near?.entry ?? null };
  };
}

/**
 * Ends the proxies that a renewed roll has left without a voter, a principal or a reason (PROXY-13): they count nothing, free their
 * holder's place, and both hear of it. By the call that renewed the roll, its retry and the timer; done again it changes nothing.
 */
export async function lapseProxies(motionId: string, requestId: string): Promise<void> {
  const motion = found(await motions.byId(store, motionId));
  const documents = await proxies.ofArena(arenaOf(motion));
  const live = documents.flatMap((document) =>
    document.grants.filter(isLive).map((grant) => ({ document, grant })),
  );
  if (live.length === 0) return;
  const keys = [...new Set(live.map(({ document }) => document.voterKey))];
  const ids = live.flatMap(({ grant }) => [grant.principalId, grant.holderId]).filter((id) => id !== null);
  const [votes, rows] = await Promise.all([
    votesOf(motion, keys, serverNow()),
    persons.ofIds([...new Set(ids)]),
  ]);
  const why = endedBy(motion, votes, new Map(rows.map((person) => [person._id, person])));
  for (const { document, grant } of live) {
    const ended = why(document, grant);
    if (ended) await end(ended, requestId);
  }
}
