import { documentsOf, inserted, removed } from './documents';
import type { TestCloud } from './local-cloud';
import { DAY, HOUR, noticedMeeting, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import type { Electorate } from './secret-world';

/** Eleven delegates; with the one of the committee they are twelve. Five of them are women, a third of all and more. */
export const DELEGATES = {
  ...{ zhou: 'female', feng: 'female', liuFang: 'female', heJing: 'female', maChunhua: 'female' },
  ...{ zeng: 'male', wang: 'female', zhao: 'male', liuDeming: 'male', heYonggui: 'male', maXiaolong: 'male' },
} as const satisfies Partial<Record<PersonKey, 'female' | 'male'>>;

type Delegates = 'residents-delegates' | 'villagers-delegates';

const PAPER = { precedence: 'first', settleMinutes: 60 } as const;

async function seated(cloud: TestCloud, yard: SmallCommunity, body: Delegates): Promise<void> {
  const office = body === 'residents-delegates' ? 'residents-delegate' : 'villagers-delegate';
  const now = cloud.cloud.clock.now();
  const term = { fromAt: now - DAY, untilAt: now + 300 * DAY };
  for (const [key, gender] of Object.entries(DELEGATES) as [PersonKey, 'female' | 'male'][]) {
    const { personId } = yard.people[key];
    const seat = { personId, office, placeId: 'lantian', gender, ...term } as const;
    await cloud.as(yard.people.secretary.openid).call('members.appoint', { clientId: freshId(), ...seat });
  }
}

/** The code of the door is drawn, and hashed into the log with each check-in: it has to be the same one in two worlds. */
async function sameCode(cloud: TestCloud, secretary: string, id: string): Promise<void> {
  await cloud.as(secretary).call('meetings.showCheckIn', { id });
  const meetings = await documentsOf<{ _id: string }>(cloud.cloud, 'meetings');
  await removed(cloud, 'meetings', id);
  const drawn = { checkInCode: '314159', checkInQr: 'cloud://local-cloud/codes/same.png' };
  await inserted(cloud, 'meetings', { ...meetings.find(({ _id }) => _id === id), ...drawn });
}

const asked = (body: Delegates) =>
  ({ placeId: 'lantian', body, subject: 'community-matter', base: null, paper: PAPER }) as const;

/** Twelve delegates who meet: the first three of the phone have checked in, the others are there by their ballots alone. */
export const atMeeting = (inBox: readonly string[], checkedIn: readonly PersonKey[]): Electorate => ({
  inBox,
  async announced(cloud, yard, to) {
    const body = 'residents-delegates';
    await seated(cloud, yard, body);
    await to.on.setProfile('lantian', { confirmedBy: '望江街道办事处', phonePresence: [body] });
    const planned = { body, placeId: 'lantian', convener: 'residents-committee', inDays: 11 } as const;
    const { openid } = yard.people.secretary;
    const meeting = await noticedMeeting(cloud, openid, planned);
    await sameCode(cloud, openid, meeting.id);
    const motion = await to.poll({
      ...asked(body),
      ...{ meetingId: meeting.id, agendaItemId: 'item', window: null },
    });
    await cloud.advance(meeting.startsAt - to.now());
    for (const who of checkedIn) await to.on.checkIn(who, meeting.id);
    return motion;
  },
});

/** Twelve delegates of the villagers who decide in writing. */
export const inWriting = (inBox: readonly string[]): Electorate => ({
  inBox,
  async announced(cloud, yard, to) {
    await seated(cloud, yard, 'villagers-delegates');
    const opensAt = to.now();
    return to.poll({ ...asked('villagers-delegates'), window: { opensAt, closesAt: opensAt + 20 * HOUR } });
  },
});
