import type { ImportView } from '@contract/register-import';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
