import type { SignerRole } from '@contract/minutes';
import type { TestCloud } from './local-cloud';
import { meetingCallsOf, yardMeeting } from './meetings';
import { DAY, HOUR, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

/** The calls on minutes of one small community's meetings, each with a client id of its own. */
export function minutesCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const meetings = meetingCallsOf(cloud, yard);
  const { as } = meetings;
  const record = (by: PersonKey, id: string) => as(by).call('minutes.record', { id });
  return {
    ...meetings,
    record,
    release: async (
      id: string,
      text: string,
      more: { change?: string; adopts?: string[]; draftRevision?: number } = {},
    ) => {
      const { meetingRevision: revision, draftRevision } = await record('secretary', id);
      const items = [{ itemId: 'a', text: '先划线' }];
      const input = { clientId: freshId(), id, revision, draftRevision, text, items, ...more };
      return as('secretary').call('meetings.recordMinutes', input);
    },
    ask: (by: PersonKey, id: string, wrong = '少写了一件事') => {
      const asked = { id, itemId: 'a', wrong, should: '先划线，再装灯' };
      return as(by).call('minutes.askCorrection', { clientId: freshId(), ...asked });
    },
    /** The newest version, by the hash that this person reads. */
    sign: async (by: PersonKey, id: string, role: SignerRole, number?: number) => {
      const [newest] = (await record(by, id)).versions;
      const { hash = '' } = newest ?? {};
      const input = { clientId: freshId(), id, number: number ?? newest?.number ?? 0, hash, role };
      return as(by).call('minutes.sign', input);
    },
    /** A yard meeting that 王桂兰 and 周老师 came to; the clock stands just after its end. */
    held: async (proposalId: string | null = null) => {
      const { clock } = cloud.cloud;
      const startsAt = clock.now() + DAY;
      const agenda = [{ id: 'a', title: '停车位', proposalId }];
      const plan = yardMeeting({ startsAt, endsAt: startsAt + 2 * HOUR, agenda });
      const meeting = await meetings.noticed(plan);
      const code = await meetings.codeOf(meeting.id);
      clock.set(startsAt);
      for (const person of ['wang', 'zhou'] as const) await meetings.checkIn(person, meeting.id, code);
      clock.set(meeting.endsAt + 1);
      return meeting.id;
    },
  };
}
