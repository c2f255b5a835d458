import type { CallRequest } from '@contract/calls';
import { TEST_NOW, type TestCloud } from './local-cloud';
import { DAY, HOUR, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { inboxOf } from './inbox';

export type Schedule = Omit<CallRequest<'meetings.schedule'>, 'clientId'>;

/** An owners' meeting of 幸福里小区, sixteen days on: the first day that fifteen days of notice allow. */
export function ownersMeeting(changes: Partial<Schedule> = {}): Schedule {
  return {
    title: '东门停车位业主大会',
    body: 'owners',
    placeId: 'xingfuli',
    convener: 'owners-committee',
    venue: '2栋前坝子',
    startsAt: TEST_NOW + 16 * DAY,
    endsAt: TEST_NOW + 16 * DAY + 2 * HOUR,
    agenda: [
      { id: 'a', title: '停车位' },
      { id: 'b', title: '充电桩' },
    ],
    ...changes,
  };
}

/** A yard meeting has no statute: it can be tomorrow. */
export const yardMeeting = (changes: Partial<Schedule> = {}) =>
  ownersMeeting({
    body: 'yard',
    convener: 'secretary',
    startsAt: TEST_NOW + DAY,
    endsAt: TEST_NOW + DAY + 2 * HOUR,
    ...changes,
  });

/** The calls on meetings of one small community, each with a client id of its own. */
export function meetingCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const schedule = (by: PersonKey, plan: Schedule) =>
    as(by).call('meetings.schedule', { clientId: freshId(), ...plan });
  const giveNotice = (
    by: PersonKey,
    { id, revision }: { id: string; revision: number },
    specialCircumstances?: string,
  ) => as(by).call('meetings.giveNotice', { clientId: freshId(), id, revision, specialCircumstances });
  return {
    as,
    schedule,
    giveNotice,
    noticed: async (plan: Schedule) => giveNotice('secretary', await schedule('secretary', plan)),
    codeOf: async (id: string) => (await as('secretary').call('meetings.showCheckIn', { id })).code,
    checkIn: (by: PersonKey, id: string, code: string) =>
      as(by).call('meetings.checkIn', { clientId: freshId(), id, code }),
    /** Titles of the person's messages, after what is due was delivered. */
    inbox: async (person: PersonKey) =>
      (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title),
    /** Sets the clock for one act, and back. */
    async at<T>(now: number, act: () => Promise<T>): Promise<T> {
      cloud.cloud.clock.set(now);
      try {
        return await act();
      } finally {
        cloud.cloud.clock.set(TEST_NOW);
      }
    },
  };
}
