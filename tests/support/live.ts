import type { CollectionName } from '../../config/collections';
import type { CallName, CallRequest } from '@contract/calls';
import type { Envelope } from '@contract/envelope';
import type { LiveView } from '@contract/live';
import type { PublicAnswers, PublicInput, PublicName } from '@contract/public';
import { EJSON } from 'bson';
import { idOf, personIdOf } from '../../cloudfunctions/kernel/ids';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import { meetingVoteCallsOf } from './meeting-votes';
import { yardMeeting } from './meetings';
import { DAY, type Draft, HOUR, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

type LiveCommand = Exclude<CallName & `live.${string}`, 'live.state'>;

/** What a projector sends over HTTP; the envelope that comes back. */
export async function overHttp(cloud: TestCloud, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${cloud.cloud.url}/http/public`, {
    method: 'POST',
    headers: { 'x-local-token': cloud.cloud.token, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return (await response.json()) as Envelope<unknown>;
}

/** The calls on one live meeting. */
export function liveCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const on = meetingVoteCallsOf(cloud, yard);
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const { clock } = cloud.cloud;
  const send = (person: PersonKey, action: LiveCommand, input: object, clientId = freshId()) =>
    as(person).call(action, { clientId, ...input } as CallRequest<LiveCommand>);
  const view = async (person: PersonKey, id: string): Promise<LiveView> => {
    const answer = await as(person).call('live.state', { id });
    if (answer.unchanged) throw new Error('unchanged without a known version');
    return answer.view;
  };
  return {
    on,
    as,
    send,
    view,
    /** What the person sees once the figures may be added up again. */
    async later(person: PersonKey, id: string, ms = 3_000) {
      clock.set(clock.now() + ms);
      return view(person, id);
    },
    /** A yard meeting with a vote on its first item, the clock at its beginning; nobody has begun it live. */
    async meeting(present: readonly PersonKey[] = [], withVote = false, vote: Partial<Draft> = {}) {
      const startsAt = clock.now() + DAY;
      const plan = yardMeeting({ startsAt, endsAt: startsAt + 2 * HOUR });
      const made = withVote
        ? await on.meetingWithVote('车位议事会', vote, plan)
        : { meeting: await on.meetings.noticed(plan), vote: null };
      const code = await on.meetings.codeOf(made.meeting.id);
      clock.set(startsAt);
      for (const person of present) await on.meetings.checkIn(person, made.meeting.id, code);
      return { id: made.meeting.id, code, meeting: made.meeting, voteId: made.vote?.id ?? '' };
    },
    /** A projector: a question to the function `public` over HTTP; its data, or an error with the code. */
    async ask<N extends PublicName>(action: N, input: PublicInput<N>): Promise<PublicAnswers[N]> {
      const envelope = await overHttp(cloud, { action, input });
      if (!envelope.ok) throw Object.assign(new Error(envelope.error.code), { code: envelope.error.code });
      return envelope.data as PublicAnswers[N];
    },
  };
}

/** A secret as a projector chooses it. */
export const secretOf = (n: number) => n.toString(16).padStart(32, '0');

/** So many neighbours of 王桂兰's building, each in a home of their own, put there past the application; their openids. */
export async function neighbours(cloud: TestCloud, yard: SmallCommunity, count: number): Promise<string[]> {
  const persons = await documentsOf<PersonDocument>(cloud.cloud, 'persons');
  const wang = persons.find(({ _id }) => _id === yard.people.wang.personId);
  const [tie] = wang?.ties ?? [];
  if (!wang || !tie) throw new Error('nobody to live beside');
  const made = Array.from({ length: count }, (_, n) => {
    const openid = `o_beside-${n}`;
    const homeId = idOf('beside', openid);
    const ties = [{ ...tie, homeId, path: [...tie.path.slice(0, -1), homeId] }];
    return { ...wang, _id: personIdOf(openid), openid, name: `邻居${n}`, ties, offices: [] };
  });
  await put(cloud, 'persons', made);
  return made.map(({ openid }) => openid);
}

async function put(cloud: TestCloud, collectionName: CollectionName, documents: object[]): Promise<void> {
  const data = documents.map((document) => EJSON.stringify(document, { relaxed: false }));
  await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
}

/** The same neighbours, checked in past the application, each for a home of their own. */
export async function arrived(
  cloud: TestCloud,
  meetingId: string,
  openids: readonly string[],
): Promise<void> {
  const rows = openids.map((openid) => {
    const personId = personIdOf(openid);
    const _id = idOf('attendance', meetingId, personId);
    return { _id, meetingId, personId, homeIds: [idOf('beside', openid)], at: cloud.cloud.clock.now() };
  });
  await put(cloud, 'attendances', rows);
}
