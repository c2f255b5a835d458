import type { ImportView } from '@contract/register-import';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { HEADING, homeLine, type Line, uploadRegister, workbook } from '../support/register-files';

let cloud: TestCloud;
let yard: SmallCommunity;

const PLACE = 'liulin';
const as = (person: keyof SmallCommunity['people']) => cloud.as(yard.people[person].openid);

async function previewOf(content: Buffer, placeId = PLACE): Promise<ImportView> {
  const fileId = await uploadRegister(cloud, yard.people.secretary.openid, content);
  const input = { clientId: freshId(), placeId, fileId, fileName: '名册.xlsx' };
  return as('secretary').call('members.previewImport', input);
}
const preview = (lines: Line[], merges: string[] = []) => previewOf(workbook(lines, { merges }));
const commit = ({ id }: ImportView) =>
  as('secretary').call('members.commitImport', { clientId: freshId(), importId: id });
const changes = (importId: string, kind: 'added' | 'changed' | 'gone') =>
  as('secretary').call('members.importChanges', { importId, kind });

/** The four homes that are there, as they are. */
const rest: Line[] = ['102', '201', '202'].map((room) =>
  homeLine(null, room, `业主liulin-${room}`, { area: `${90 + Number(room) / 100}` }),
);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('a preview', () => {
  it('[REG-1] [REG-2] [REG-6] reads merged cells below titles, full-width digits and units, and knows homes again', async () => {
    const view = await preview(
      [
        ['柳林新苑业主名册', null, null, null, null, null, null, null],
        HEADING,
        homeLine('１栋 ', '101', '冯婷', { area: '９１．０１ ㎡' }),
        ...rest,
        ['合计', null, null, null, 400, null, null, null],
      ],
      ['A1:H1', 'B3:B6'],
    );
    expect(view.problems).toEqual([]);
    expect(view).toMatchObject({
      sheet: '业主名册',
      state: 'preview',
      difference: { added: 0, changed: 0, same: 4, gone: 0 },
    });
  });

  it('[REG-3] names each problem by row and column, and can then not be used', async () => {
    const view = await preview([
      HEADING,
      homeLine('1栋', '101', '冯婷', { area: '一百' }),
      homeLine('1栋', '', '某某'),
    ]);
    expect(view.problems).toEqual([
      { row: 2, column: '建筑面积', text: '“一百”不是数字（最多两位小数），请填如 98.56' },
      { row: 3, column: '房号', text: '没有填，请写房号，如 501' },
    ]);
    expect(view.can).toMatchObject({ commit: 'IMPORT_HAS_PROBLEMS' });
    await expect(commit(view)).rejects.toMatchObject({ code: 'IMPORT_HAS_PROBLEMS' });
  });
});

describe('an import', () => {
  it('[REG-7] [REG-8] [REG-10] makes the file the register: new, changed and gone homes', async () => {
    const view = await preview([
      HEADING,
      homeLine('1栋', '101', '冯婷', { area: 99.5 }),
      ...rest.slice(0, 2),
      homeLine('2栋', '101', '新业主'),
    ]);
    expect(view).toMatchObject({
      newPlaces: ['2栋'],
      difference: { added: 1, changed: 1, same: 2, gone: 1 },
    });
    const changed = await changes(view.id, 'changed');
    expect(changed.items).toMatchObject([
      { changes: [{ field: '建筑面积', before: '91.01', after: '99.50' }] },
    ]);
    expect(await commit(view)).toMatchObject({ state: 'current' });
    const gone = await as('secretary').call('members.homes', { placeId: 'liulin-1' });
    expect(gone.items.map(({ label }) => label)).toEqual([
      '柳林新苑1栋101',
      '柳林新苑1栋102',
      '柳林新苑1栋201',
    ]);
    const overview = await as('secretary').call('members.registerOverview', { placeId: PLACE });
    expect(overview).toMatchObject({ counts: { homes: 4 }, current: { id: view.id } });
  });
});

describe('the register’s offices', () => {
  it('[SEC-11] [REG-4] are the secretary’s and administrator’s of the place; nobody else sees a name', async () => {
    const view = await preview([HEADING, homeLine('1栋', '101', '冯婷')]);
    const importId = view.id;
    await expect(as('gridWorker').call('members.import', { importId })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    for (const person of ['otherSecretary', 'wang'] as const) {
      const read = as(person).call('members.importChanges', { importId, kind: 'gone' });
      await expect(read).rejects.toMatchObject({ code: person === 'wang' ? 'NOT_ALLOWED' : 'NOT_FOUND' });
    }
    await expect(previewOf(workbook([HEADING]), 'lantian')).rejects.toMatchObject({
      code: 'PLACE_KIND_WRONG',
    });
    await expect(previewOf(workbook([HEADING]), 'liulin-1')).rejects.toMatchObject({
      code: 'PLACE_KIND_WRONG',
    });
  });

  it('[REG-4] a file is gone once it is read, and a cancelled or forgotten preview is empty', async () => {
    const fileId = await uploadRegister(
      cloud,
      yard.people.secretary.openid,
      workbook([HEADING, homeLine('1栋', '101', '冯婷')]),
    );
    const input = { clientId: freshId(), placeId: PLACE, fileId, fileName: '名册.xlsx' };
    const view = await as('secretary').call('members.previewImport', input);
    expect(await as('secretary').call('members.previewImport', input)).toEqual(view);
    const again = as('secretary').call('members.previewImport', { ...input, clientId: freshId() });
    await expect(again).rejects.toMatchObject({ code: 'IMPORT_FILE_MISSING' });
    const dropped = await as('secretary').call('members.dropImport', {
      clientId: freshId(),
      importId: view.id,
    });
    expect(dropped).toMatchObject({ state: 'dropped', can: { commit: 'IMPORT_STAGE' } });
    await preview([HEADING, homeLine('1栋', '101', '冯婷')]);
    await cloud.advance(8 * 24 * 3_600_000);
    await cloud.cloud.fireTimer('timer');
    const batches = await documentsOf<{ contentId: string }>(cloud.cloud, 'register_batches');
    const used = await documentsOf<{ contentId: string; state: string }>(cloud.cloud, 'register_versions');
    const kept = used
      .filter(({ state }) => state === 'current' || state === 'former')
      .map(({ contentId }) => contentId);
    expect(new Set(batches.map(({ contentId }) => contentId))).toEqual(new Set(kept));
  });
});

describe('what an import leaves', () => {
  it('[REG-10] [REG-8] a gone home keeps its people, who are told, and an earlier version brings it back', async () => {
    const overview = await as('secretary').call('members.registerOverview', { placeId: PLACE });
    const view = await preview([HEADING, homeLine('2栋', '101', '新业主')]);
    await commit(view);
    await cloud.cloud.fireTimer('timer');
    const { items } = await as('feng').call('messages.list', {});
    expect(items[0]).toMatchObject({ title: '柳林新苑1栋101已不在名册里' });
    expect((await as('feng').call('members.me', {})).ties).toMatchObject([{ gone: true }]);
    const gone = (await documentsOf<{ _id: string; label: string }>(cloud.cloud, 'homes')).find(
      ({ label }) => label === '柳林新苑1栋101',
    );
    const claim = { clientId: freshId(), homeId: gone?._id ?? '', relation: 'owner' as const };
    const more = { registerName: '冯婷', note: '合同', photos: [] };
    await expect(as('newcomer').call('members.claimWithProof', { ...claim, ...more })).rejects.toMatchObject({
      code: 'HOME_GONE',
    });
    const former = await as('secretary').call('members.repeatImport', {
      ...{ clientId: freshId(), importId: overview.current?.id ?? '' },
    });
    expect(former.difference).toMatchObject({ added: 3, gone: 0, same: 1 });
    await commit(former);
    const back = await as('secretary').call('members.homes', { placeId: 'liulin-1' });
    expect(back.items).toHaveLength(3);
    expect((await as('feng').call('members.me', {})).ties).toMatchObject([{ gone: false }]);
  });

  it('[REG-1] the template is a register that can be imported as it is', async () => {
    const { base64 } = await as('secretary').call('members.registerTemplate', {});
    const view = await previewOf(Buffer.from(base64, 'base64'));
    expect(view).toMatchObject({ problems: [], counts: { homes: 8 }, sheet: '名册' });
  });
});
