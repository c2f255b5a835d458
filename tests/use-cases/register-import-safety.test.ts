import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { until } from '../support/until';
import { HEADING, homeLine, uploadRegister, workbook } from '../support/register-files';
import { importCallsOf } from '../support/register-imports';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ReturnType<typeof importCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = importCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const keyOf = async (label: string, name: string) =>
  (await to.homes()).find((home) => home.label === label)?.owners.find((owner) => owner.name === name)?.key;

describe('owners of one name', () => {
  const lines = [
    HEADING,
    homeLine('1栋', '101', '冯婷'),
    homeLine('1栋', '102', '陈伟'),
    homeLine('1栋', '201', '陈伟'),
    homeLine('1栋', '202', '陈伟、罗敏'),
  ];

  it('[REG-5] [ROLL-3] stay apart until somebody says that they are one person, and then have one key for good', async () => {
    const view = await to.preview(lines);
    expect(view).toMatchObject({
      namesakes: { total: 1, undecided: 1 },
      can: { commit: 'IMPORT_NAMESAKES' },
    });
    await expect(to.commit(view.id)).rejects.toMatchObject({ code: 'IMPORT_NAMESAKES' });
    const { items } = await to.as('secretary').call('members.namesakes', { importId: view.id });
    expect(items).toMatchObject([{ name: '陈伟', decision: null, homes: [{}, {}, {}] }]);
    const decisions = [{ id: items[0]?.id ?? '', same: true }];
    const decided = await to.as('secretary').call('members.decideNamesakes', {
      ...{ clientId: freshId(), importId: view.id, decisions },
    });
    expect(decided.can.commit).toBeNull();
    await to.commit(view.id);
    const key = await keyOf('柳林新苑1栋102', '陈伟');
    expect(key).toMatch(/^own-/);
    expect(await keyOf('柳林新苑1栋201', '陈伟')).toBe(key);
    expect(await keyOf('柳林新苑1栋202', '陈伟')).toBe(key);
    const again = await to.preview(lines);
    expect(again).toMatchObject({ namesakes: { total: 1, undecided: 0 }, difference: { same: 4 } });
    await to.commit(again.id);
    expect(await keyOf('柳林新苑1栋202', '陈伟')).toBe(key);
  });

  it('[REG-5] keep who is tied to a home when a key comes for an owner who had none', async () => {
    const clientId = freshId();
    const printed = await to.as('secretary').call('members.printSlips', {
      clientId,
      homeIds: (await to.as('secretary').call('members.homes', { placeId: 'liulin-1' })).items.map(
        ({ id }) => id,
      ),
    });
    const code = printed.codes.find(({ label }) => label.endsWith('202'))?.code ?? '';

    await to.as('newcomer').call('members.claimByCode', {
      clientId: freshId(),
      code,
      name: '罗敏',
      asTenant: false,
    });
    const keyed = [...lines.slice(0, 4), homeLine('1栋', '202', '陈伟、罗敏', { key: 'Y1、Y2' })];
    const view = await to.preview(keyed);
    await to.as('secretary').call('members.decideNamesakes', {
      ...{ clientId: freshId(), importId: view.id, decisions: [], restDifferent: true },
    });
    await to.commit(view.id);
    const persons = await documentsOf<{ _id: string; ties: { label: string; ownerKey: string }[] }>(
      cloud.cloud,
      'persons',
    );
    const tie = persons.flatMap(({ ties }) => ties).find(({ label }) => label === '柳林新苑1栋202');
    expect(tie?.ownerKey).toBe('Y2');
  });
});

describe('two at once', () => {
  const byHand = (room: string) => ({
    ...{ placeId: 'liulin-1', label: `柳林新苑1栋${room}`, use: 'home' as const, area: 1 },
    ...{ areaBasis: 'surveyed' as const, holding: 'owner' as const, owners: [{ key: 'x', name: '某' }] },
  });
  const of = (area: number, rooms: string[]) => [
    HEADING,
    ...rooms.map((room) => homeLine('1栋', room, `业主${room}`, { area, key: `K${room}` })),
  ];

  it('[REG-7] one of two imports wins, and the other is told to preview again', async () => {
    const [one, other] = [await to.preview(of(80, ['101', '102'])), await to.preview(of(81, ['101', '102']))];
    const answers = await Promise.allSettled([to.commit(one.id), to.commit(other.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/IMPORT_OUTDATED|REGISTER_APPLYING/) as string },
    });
  });

  it('[REG-7] a home recorded by hand outdates the preview', async () => {
    const view = await to.preview(of(82, ['101', '102']));
    const row = byHand('901');
    await to.as('secretary').call('members.recordHomes', { clientId: freshId(), homes: [row] });
    await expect(to.commit(view.id)).rejects.toMatchObject({ code: 'IMPORT_OUTDATED' });
  });

  it('[REG-7] while a register is being brought in, homes are not recorded and no preview is made; the timer completes it', async () => {
    const view = await to.preview(of(83, ['101', '102']));
    const motions = motionCallsOf(cloud, yard);
    const motion = await motions.draft('secretary', ownersPoll({ placeId: 'liulin' }));
    cloud.cloud.faults.on({
      action: /^database/,
      collection: 'homes',
      then: 'fail',
    });
    await to.commit(view.id).catch(() => null);
    cloud.cloud.faults.reset();
    expect(await to.as('secretary').call('members.import', { importId: view.id })).toMatchObject({
      state: 'applying',
    });
    await expect(to.preview(of(84, ['101']))).rejects.toMatchObject({ code: 'REGISTER_APPLYING' });
    const row = byHand('902');
    const recorded = to.as('secretary').call('members.recordHomes', { clientId: freshId(), homes: [row] });
    await expect(recorded).rejects.toMatchObject({ code: 'REGISTER_APPLYING' });
    await expect(motions.announce('secretary', motion)).rejects.toMatchObject({ code: 'REGISTER_APPLYING' });
    await cloud.advance(60_000);
    await cloud.cloud.fireTimer('timer');
    expect(await to.as('secretary').call('members.import', { importId: view.id })).toMatchObject({
      state: 'current',
    });
  });

  it('[REG-7] a roll that was read before the register changed is not made current', async () => {
    const motions = motionCallsOf(cloud, yard);
    const motion = await motions.draft('secretary', ownersPoll({ placeId: 'liulin' }));
    const view = await to.preview(of(85, ['101', '102']));
    const held = cloud.cloud.faults.on({
      action: /^database/,
      collection: 'roll_entries',
      then: { delay: 6000 },
    });
    const announced = motions.announce('secretary', motion).catch((error: unknown) => error);
    await until(() => held.hits > 0);
    await to.commit(view.id);
    expect(await announced).toMatchObject({ code: 'BUSY' });
    expect(await motions.announce('secretary', motion)).toMatchObject({ revision: motion.revision + 1 });
  });
});

describe('an import that breaks off', () => {
  const lines = ['101', '102'].map((room) => homeLine('1栋', room, '陈伟'));
  const file = () => uploadRegister(cloud, yard.people.secretary.openid, workbook([HEADING, ...lines]));
  const fails = (collection: string) =>
    cloud.cloud.faults.on({ action: /^database/, collection, then: 'fail' });
  const left = async () => {
    const rows = async (collection: 'register_batches' | 'register_namesakes' | 'register_leftovers') =>
      (await documentsOf<{ contentId: string }>(cloud.cloud, collection)).map(({ contentId }) => contentId);
    const versions = await documentsOf<{ contentId: string; state: string }>(
      cloud.cloud,
      'register_versions',
    );
    const held = new Set(
      versions.filter(({ state }) => state !== 'dropped').map(({ contentId }) => contentId),
    );
    const content = [...(await rows('register_batches')), ...(await rows('register_namesakes'))];
    return {
      content: content.filter((id) => !held.has(id)).length,
      noted: (await rows('register_leftovers')).length,
    };
  };
  const aDayLater = async () => {
    await cloud.advance(25 * 3_600_000);
    await cloud.cloud.fireTimer('timer');
  };

  it('[REG-4] leaves no names and no file behind for longer than a day', async () => {
    const fileId = await file();
    const input = { clientId: freshId(), placeId: 'liulin', fileId, fileName: '名册.xlsx' };
    fails('register_namesakes');
    await expect(to.as('secretary').call('members.previewImport', input)).rejects.toThrow();
    cloud.cloud.faults.reset();
    expect(await left()).toEqual({ content: expect.toSatisfy((n) => n > 0) as number, noted: 2 });
    await aDayLater();
    expect(await left()).toEqual({ content: 0, noted: 0 });
    await expect(to.as('secretary').call('members.previewImport', input)).rejects.toMatchObject({
      code: 'IMPORT_FILE_MISSING',
    });
  });

  it('[REG-4] [REG-7] can be sent again, and what its first try put down goes', async () => {
    const input = { clientId: freshId(), placeId: 'liulin', fileId: await file(), fileName: '名册.xlsx' };
    fails('register_namesakes');
    await expect(to.as('secretary').call('members.previewImport', input)).rejects.toThrow();
    cloud.cloud.faults.reset();
    const view = await to.as('secretary').call('members.previewImport', input);
    await aDayLater();
    expect(await left()).toEqual({ content: 0, noted: 0 });
    const { items } = await to.as('secretary').call('members.namesakes', { importId: view.id });
    expect(items).toMatchObject([{ name: '陈伟', homeCount: 2 }]);
  });

  it('[REG-4] is emptied although the cancelling broke off, and keeps no problem that names somebody', async () => {
    const view = await to.preview([HEADING, ...lines]);
    const faulty = await to.preview([HEADING, ['陈伟', '1栋', null, '101', '一百', '登记', null, '业主']]);
    for (const { id } of [view, faulty]) {
      fails('register_batches');
      const input = { clientId: freshId(), importId: id };
      await expect(to.as('secretary').call('members.dropImport', input)).rejects.toThrow();
      cloud.cloud.faults.reset();
    }
    await aDayLater();
    expect(await left()).toEqual({ content: 0, noted: 0 });
    const dropped = await to.as('secretary').call('members.import', { importId: faulty.id });
    expect(dropped).toMatchObject({ state: 'dropped', problems: [], notes: [] });
  });
});
