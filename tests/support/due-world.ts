import type { TestCloud } from './local-cloud';
import { minutesCallsOf } from './minutes';
import { DAY, type Draft, HOUR, ownersPoll, type PersonKey } from './motions';
import { paperCallsOf } from './papers';
import { freshId, type SmallCommunity } from './persons';
import { contentOf, secretCallsOf } from './secret-ballots';
import { register } from './small-community/register';

const MINUTE = 60_000;
/** Owners of 幸福里 of whom nobody is in the app. */
const ELSEWHERE = [
  ...['1-1-202', '1-2-202', '1-2-301', '1-2-302', '2-2-101', '2-2-102', '2-2-202', 'shop'],
  ...['101', '102', '201', '202', '301', '302'].map((floor) => `2-1-${floor}`),
];

/** Two demands of owners: one that four of 22 groups signed, one whose fifth signature nobody has counted. */
async function demands(cloud: TestCloud, yard: SmallCommunity, ids: readonly [string, string]) {
  const send = (by: PersonKey, proposalId: string) =>
    cloud
      .as(yard.people[by].openid)
      .send('callings.sign', { clientId: freshId(), proposalId, body: 'owners' });
  for (const by of ['wang', 'zhao', 'heJing', 'liuDeming'] as const) for (const id of ids) await send(by, id);
  return {
    uncounted: async () => {
      const { faults } = cloud.cloud;
      faults.on({ action: 'database.commitTransaction', then: 'fail-after' });
      await send('zhou', ids[1]);
      faults.reset();
    },
    /** Fourteen owners sell to one: four of nine are enough, and nobody has to sign for that. */
    sold: async () => {
      const rows = register.filter(([key]) => ELSEWHERE.includes(key));
      const owners = [{ key: 'big', name: '大业主' }];
      const homes = rows.map(([, row]) => ({ ...row, holding: 'owner' as const, owners }));
      await cloud
        .as(yard.people.secretary.openid)
        .call('members.recordHomes', { clientId: freshId(), homes });
    },
  };
}

/** Votes that close at the one instant and are to be put off at the other, by name and in secret, each with one ballot of two. */
async function votes(
  cloud: TestCloud,
  yard: SmallCommunity,
  { closesAt, extendsAt }: { closesAt: number; extendsAt: number },
) {
  const to = await secretCallsOf(cloud, yard);
  const papers = await paperCallsOf(cloud, yard);
  const till = (until: number): Pick<Draft, 'window'> => ({ window: { opensAt: to.now(), closesAt: until } });
  const named = await papers.poll('latest', till(closesAt));
  await to.on.cast('wang', named.id, 'yes');
  await to.on.cast('zhou', named.id, 'no');
  const home = (room: string) => papers.entryOf(named.id, room);
  await papers.taken(named.id, await home('1栋2单元102'), 'yes');
  await papers.taken(named.id, await to.on.voterOf('heJing', named.id), 'no');
  await papers.object('heJing', named.id, await to.on.voterOf('heJing', named.id));
  await papers.enter(named.id, await home('2栋1单元101'), 'no');
  const secret = await to.poll({ ...till(closesAt), paper: { precedence: 'first', settleMinutes: 60 } });
  await to.cast('wang', secret.id, 'yes');
  await to.cast('zhou', secret.id, 'no');
  for (const room of ['2栋1单元101', '2栋1单元102']) await to.mark(secret.id, room);
  const yardPoll = { body: 'yard', subject: 'yard-matter', base: 'cast' } as const;
  const heads = secret.roll?.heads ?? 0;
  const late = { turnout: { num: 2, den: heads, strict: false }, extension: { days: 3 }, ...till(extendsAt) };
  const longer = await to.on.announced('secretary', ownersPoll({ ...yardPoll, interim: 'hidden', ...late }));
  await to.on.cast('wang', longer.id, 'yes');
  const secretLonger = await to.poll(late);
  await to.cast('zhou', secretLonger.id, 'no');
  return { to, secret };
}

/**
 * Everything that the timer decides by itself, due at the one instant at which the clock stands then: a count with papers and one of
 * a secret vote with its box, two votes to be put off, minutes that become final, two demands that are reached; and nothing else.
 */
export async function everythingDue(cloud: TestCloud, yard: SmallCommunity): Promise<void> {
  const { clock } = cloud.cloud;
  const minutes = minutesCallsOf(cloud, yard);
  const meetingId = await minutes.held();
  await minutes.release(meetingId, '商量了停车位，先划线。');
  const dueAt = clock.now() + 7 * DAY + HOUR;
  const until = { closesAt: dueAt - 2 * HOUR, extendsAt: dueAt + 5 * MINUTE };
  const { to, secret } = await votes(cloud, yard, until);
  const matters = [
    await to.on.shared('zhao', '电梯要不要换新的'),
    await to.on.shared('wang', '门禁要换'),
  ] as const;
  await cloud.advance(dueAt - 2 * HOUR + 2 * MINUTE - clock.now());
  await to.enter(secret.id, contentOf({ yes: 1 }, 1));
  await to.confirm(secret.id, contentOf({ yes: 1 }, 1));
  const demanded = await demands(cloud, yard, matters);
  // What all of this has to tell, and the log of it: else every run would begin with that.
  for (let minute = 0; minute < 3; minute += 1) await cloud.cloud.fireTimer('timer');
  await demanded.uncounted();
  await demanded.sold();
  await cloud.advance(dueAt - clock.now());
}
