import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, letterboxCodes, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;

type HomeKey = keyof SmallCommunity['homes'];
type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);

async function codeOf(home: HomeKey): Promise<string> {
  const codes = await letterboxCodes(cloud, yard.people.secretary.openid, [yard.homes[home]]);
  return codes.get(yard.homes[home]) ?? '';
}

const claim = (openid: string, code: string, name: string, clientId = freshId()) =>
  cloud.as(openid).call('members.claimByCode', { clientId, code, name });

async function newcomer(openid: string, name: string) {
  const personId = await signInAs(cloud, openid, name);
  return { openid, personId };
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('a letterbox code', () => {
  it('[MEM-2] makes the home theirs whose name is in its register, and works once', async () => {
    const code = await codeOf('2-1-101');
    const { openid } = await newcomer('o_code-owner', '大叔');
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const clientId = freshId();
    const me = await claim(openid, typed, '业主2-1-101', clientId);
    expect(me.ties).toMatchObject([{ homeId: yard.homes['2-1-101'], relation: 'owner' }]);
    expect(me.places).toMatchObject([{ id: 'xingfuli', home: true }, { id: 'lantian' }]);
    expect(await claim(openid, typed, '业主2-1-101', clientId)).toEqual(me);
    await newcomer('o_code-second', '路人');
    await expect(claim('o_code-second', code, '住户2-1-101')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(claim(openid, code, '业主2-1-101')).rejects.toMatchObject({ code: 'HOME_ALREADY_YOURS' });
  });

  it('[MEM-2] ends when a new one is printed', async () => {
    const old = await codeOf('2-1-102');
    const code = await codeOf('2-1-102');
    await newcomer('o_new-code', '二妹');
    await expect(claim('o_new-code', old, '业主2-1-102')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect((await claim('o_new-code', code, '业主2-1-102')).ties).toHaveLength(1);
  });

  it('[MEM-2] lets in one of two who use it at the same time', async () => {
    const code = await codeOf('2-1-201');
    await newcomer('o_race-a', '甲');
    await newcomer('o_race-b', '乙');
    const input = { code, name: '业主2-1-201' };
    const answers = await Promise.all(
      ['o_race-a', 'o_race-b'].map((openid) =>
        cloud.as(openid).send('members.claimByCode', { clientId: freshId(), ...input }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('[MEM-2] stays good for a name that is not in the register of its home', async () => {
    const code = await codeOf('2-1-202');
    await newcomer('o_wrong-name', '三弟');
    await expect(claim('o_wrong-name', code, '王桂兰')).rejects.toMatchObject({
      code: 'NAME_NOT_IN_REGISTER',
    });
    expect((await claim('o_wrong-name', code, '住户2-1-202')).ties).toMatchObject([
      { relation: 'household-member' },
    ]);
  });

  it('[MEM-3] that is wrong, used or no code at all is refused alike', async () => {
    const used = await codeOf('2-1-301');
    await newcomer('o_used', '四叔');
    await claim('o_used', used, '业主2-1-301');
    await newcomer('o_guess', '五婶');
    const refusals = [];
    for (const code of [used, '22222222', '不是码']) {
      const input = { clientId: freshId(), code, name: '业主2-1-301' };
      const answer = await cloud.as('o_guess').send('members.claimByCode', input);
      refusals.push({ ...(answer.ok ? {} : answer.error), requestId: '' });
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'CODE_WRONG' });
  });

  it('[MEM-3] is guessed ten times in ten minutes and no more', async () => {
    await newcomer('o_guesser', '六哥');
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(claim('o_guesser', '33333333', '谁')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    }
    await expect(claim('o_guesser', '33333333', '谁')).rejects.toMatchObject({ code: 'TOO_OFTEN' });
  });

  it('[SEC-9] lies nowhere in clear, and comes again when the answer to its issue was lost', async () => {
    const input = { clientId: freshId(), homeIds: [yard.homes['2-1-302']] };
    const first = await as('secretary').call('members.issueCodes', input);
    expect(await as('secretary').call('members.issueCodes', input)).toEqual(first);
    const code = first.codes[0]?.code ?? '';
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    for (const collection of ['letterbox_codes', 'audit', 'outbox', 'homes'] as const) {
      expect(JSON.stringify(await documentsOf(cloud.cloud, collection))).not.toContain(code);
    }
    await newcomer('o_once-printed', '七爷');
    await claim('o_once-printed', code, '业主2-1-302');
    expect(await as('secretary').call('members.issueCodes', input)).toMatchObject({
      codes: [{ code: null }],
    });
  });

  it('[MEM-14] is given to no unsold home, and one from before the home came back to the developer claims nothing', async () => {
    const homeIds = [yard.homes['2-2-301'], yard.homes['2-1-102']];
    const { codes } = await as('secretary').call('members.issueCodes', { clientId: freshId(), homeIds });
    expect(codes.map(({ code }) => code !== null)).toEqual([false, true]);
    const row = { placeId: 'xingfuli-2-1', label: '幸福里2栋1单元102', use: 'home', area: 8950 } as const;
    const unsold = { areaBasis: 'land-register', holding: 'unsold' } as const;
    const owners = [{ key: 'developer', name: '江畔置业有限公司' }];
    const homes = [{ ...row, ...unsold, owners, residents: [] }];
    await as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
    await newcomer('o_passer-by', '路过的');
    await expect(claim('o_passer-by', codes[1]?.code ?? '', '江畔置业有限公司')).rejects.toMatchObject({
      code: 'HOME_UNSOLD',
    });
  });

  it('[MEM-8] is printed by the secretary of the place only', async () => {
    const input = { clientId: freshId(), homeIds: [yard.homes['1-1-101']] };
    for (const person of ['otherSecretary', 'gridWorker'] as const) {
      await expect(as(person).call('members.issueCodes', input)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      });
    }
  });

  it('takes no second person for the same name in the register', async () => {
    const code = await codeOf('1-1-101');
    await newcomer('o_impostor', '八姑');
    await expect(claim('o_impostor', code, '周素珍')).rejects.toMatchObject({ code: 'REGISTER_TAKEN' });
  });
});

it('[MEM-10] one person has several homes and offices, and is owner here and tenant there', async () => {
  const code = await codeOf('1-2-102');
  const { openid } = yard.people.zhao;
  const input = { clientId: freshId(), code, name: '赵国强', asTenant: true };
  const me = await cloud.as(openid).call('members.claimByCode', input);
  expect(me.ties.map((tie) => tie.relation)).toEqual(['owner', 'tenant']);
  expect(me.offices.map((held) => held.office)).toEqual(['owners-committee']);
  const wang = await as('wang').call('members.me', {});
  expect(wang.ties).toHaveLength(2);
});
