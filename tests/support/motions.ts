import type { CallOutput, CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import { type TestCloud, TEST_NOW } from './local-cloud';
import { freshId, type SmallCommunity } from './persons';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export type PersonKey = keyof SmallCommunity['people'];
export type Draft = Omit<CallRequest<'motions.draft'>, 'clientId'>;
export type Detail = CallOutput<'motions.detail'>;

/** An owners' straw poll in writing of 幸福里小区, open from the tests' first instant for ten days. */
export function ownersPoll(changes: Partial<Draft> = {}): Draft {
  return {
    title: '使用维修资金修缮屋顶，您同意吗？',
    text: '1栋屋顶漏水，预算八万元，从维修资金列支。',
    window: { opensAt: TEST_NOW, closesAt: TEST_NOW + 10 * DAY },
    placeId: 'xingfuli',
    body: 'owners',
    subject: 'repair-fund-use',
    worth: 'straw',
    interim: 'shown',
    ...changes,
  };
}

interface PlannedMeeting {
  body: Draft['body'];
  placeId: string;
  convener: CallRequest<'meetings.schedule'>['convener'];
  membership?: 'adults' | 'households' | null;
  /** Days from now on, as the notice period of the body asks. */
  inDays: number;
  proposalId?: string | null;
}

/** Schedules a meeting with the one agenda item 'item' and sends out its notice. */
export async function noticedMeeting(
  cloud: TestCloud,
  secretary: string,
  { inDays, proposalId = null, ...planned }: PlannedMeeting,
) {
  const startsAt = cloud.cloud.clock.now() + inDays * DAY;
  const meeting = await cloud.as(secretary).call('meetings.schedule', {
    clientId: freshId(),
    title: '院坝议事会',
    venue: '2栋前坝子',
    ...planned,
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    agenda: [{ id: 'item', title: '议题一', proposalId }],
  });
  const { id, revision } = meeting;
  return cloud.as(secretary).call('meetings.giveNotice', { clientId: freshId(), id, revision });
}

type Profile = NonNullable<CallRequest<'members.setProfile'>['profile']>;

/** What holds where nothing local is recorded. */
const PLAIN_PROFILE: Profile = {
  confirmedBy: null,
  electronicVotes: [],
  phonePresence: [],
  writtenWindowDays: { min: 5, max: 60 },
  publicationDays: 15,
};

/** The calls on motions of one small community, each with a client id of its own. */
export function motionCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const draft = (by: PersonKey, input: Draft) =>
    as(by).call('motions.draft', { clientId: freshId(), ...input });
  const announce = (by: PersonKey, { id, revision }: Detail) =>
    as(by).call('motions.announce', { clientId: freshId(), id, revision });
  const detail = (by: PersonKey, id: string) => as(by).call('motions.detail', { id });
  const voterOf = async (by: PersonKey, motionId: string) => {
    const { mine } = await detail(by, motionId);
    const own = mine.find(({ may }) => may === null) ?? mine[0];
    if (!own) throw new Error(`${by} has no voter in ${motionId}`);
    return own.entryId;
  };
  const cast = async (by: PersonKey, motionId: string, choice: Choice, replaces = 0, clientId = freshId()) =>
    as(by).call('motions.castBallot', {
      clientId,
      motionId,
      entryId: await voterOf(by, motionId),
      choice,
      replaces,
    });
  return {
    as,
    draft,
    announce,
    detail,
    voterOf,
    cast,
    announced: async (by: PersonKey, input: Draft) => announce(by, await draft(by, input)),
    /** The local profile of a place, from the street. */
    async setProfile(placeId: string, changes: Partial<Profile>) {
      const { place } = await as('streetOfficer').call('members.places', { parentId: placeId });
      const profile = { ...PLAIN_PROFILE, ...changes };
      const basis = '望街办〔2026〕12号';
      const input = { clientId: freshId(), placeId, revision: place?.revision ?? 0, profile, basis };
      await as('streetOfficer').call('members.setProfile', input);
    },
    /** Checks in with the code that the secretary shows at the door. */
    async checkIn(by: PersonKey, meetingId: string, secretary: PersonKey = 'secretary') {
      const { code } = await as(secretary).call('meetings.showCheckIn', { id: meetingId });
      return as(by).call('meetings.checkIn', { clientId: freshId(), id: meetingId, code });
    },
    /** A proposal that the secretary has sorted as 共事. */
    async shared(by: PersonKey, text: string, placeId = 'xingfuli') {
      const { id, revision } = await as(by).call('proposals.submit', { clientId: freshId(), text, placeId });
      const triage = {
        clientId: freshId(),
        id,
        revision,
        route: 'shared' as const,
        reason: '大家的事大家商量',
      };
      await as('secretary').call('proposals.triage', triage);
      return id;
    },
    /** Moves the clock past the closing and the count, and lets the timer run. */
    async count(motion: Pick<Detail, 'resultAt'>) {
      await cloud.advance(motion.resultAt - cloud.cloud.clock.now());
      await cloud.cloud.fireTimer('timer');
    },
  };
}
