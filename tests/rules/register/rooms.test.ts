import { describe, expect, it } from 'vitest';
import { registerIds } from '../../../cloudfunctions/modules/register/ids';
import { withoutRepeated } from '../../../cloudfunctions/modules/register/rules/between-rows';
import { holdsTelephone, withoutNumbers } from '../../../cloudfunctions/modules/register/rules/cells';
import { importedHomes } from '../../../cloudfunctions/modules/register/rules/imported-homes';
import { HEADING, homeLine, homesIn, type Line, workbook } from '../../support/register-files';

const inSheet = (lines: Line[]) => homesIn(workbook([HEADING, ...lines]));
const inUnit = (building: string | null, unit: string | null, room: string): Line => [
  ...['王芳', building, unit, room, 90, '登记', null, '业主'],
];
const root = {
  ...{ _id: 'r', kind: 'estate' as const, name: '柳林', parentId: 'c', path: ['c', 'r'] },
  ...{ profile: null, sort: 0, revision: 1 },
};
/** What a file's rows become in a register that has nothing yet. */
function imported(lines: Line[]) {
  const { homes, sheet } = inSheet(lines);
  const how = { columns: sheet?.columns ?? new Set<never>(), ids: registerIds, todayOn: '2026-03-02' };
  return withoutRepeated(importedHomes(homes, { root, below: [], homes: [] }, how).homes);
}

describe('where a home lies', () => {
  it.each([
    ['1栋', '2单元', '1-2-301'],
    ['1', '2', '1栋2单元301'],
    ['1栋', '2单元', '2-301'],
    ['1栋', '2单元', '2单元301'],
    ['1栋', null, '1—2—301'],
    [null, null, '1－2－301'],
    ['无', '—', '1-2-301'],
  ])('[REG-6] is said once, though the room says it again: %s, %s, %s', (building, unit, room) => {
    const { homes, problems } = inSheet([inUnit(building, unit, room)]);
    expect(problems).toEqual([]);
    expect(homes).toMatchObject([{ building: '1栋', unit: '2单元', room: '301' }]);
  });

  it('[REG-3] is asked for where the room says another building than its column', () => {
    const { problems } = inSheet([inUnit('1栋', null, '2-3-301'), inUnit('1栋', '2', '1-3-301')]);
    expect(problems).toMatchObject([
      { row: 2, column: '房号' },
      { row: 3, column: '房号' },
    ]);
  });

  it('[REG-2] an address of its own is not put into the building above', () => {
    const { homes } = inSheet([inUnit('1栋', null, '101'), inUnit(null, null, '2-3-301')]);
    expect(homes[1]).toMatchObject({ building: '2栋', unit: '3单元', room: '301' });
  });

  it('[REG-3] a shop without a building is asked about only where blank means «the same» elsewhere', () => {
    const shop = (building: string | null): Line => [...inUnit(building, null, '商铺3'), '商铺'];
    const read = (...lines: Line[]) => homesIn(workbook([[...HEADING, '用途'], ...lines]));
    const clear = read(inUnit('1栋', null, '101'), inUnit('1栋', null, '102'), shop(null));
    expect(clear.problems).toEqual([]);
    expect(clear.homes[2]?.building).toBeNull();
    const unclear = read(inUnit('1栋', null, '101'), inUnit(null, null, '102'), shop(null));
    expect(unclear.problems).toMatchObject([{ row: 4, column: '楼栋' }]);
    const said = read(inUnit('1栋', null, '101'), inUnit(null, null, '102'), shop('无'));
    expect(said.problems).toEqual([]);
    expect(said.homes[2]?.building).toBeNull();
  });

  it('[REG-6] however a row writes it, it is one home: zeros, «室», «号楼»', () => {
    const rows = ['301', '301室', '0301'].map((room) => homeLine('1栋', room, '王芳'));
    const { homes, problems, repeated } = imported([...rows, homeLine('1号楼', '301', '王芳')]);
    expect(problems).toEqual([]);
    expect({ repeated, labels: homes.map(({ label }) => label) }).toEqual({
      ...{ repeated: 3, labels: ['柳林1栋301'] },
    });
    const twice = imported([homeLine('1栋', '301', '王芳'), homeLine('1栋', '0301', '李明')]);
    expect(twice.problems).toMatchObject([{ row: 3, column: '房号' }]);
  });
});

describe('names of owners', () => {
  it('[REG-2] that are drawn apart are one name; two in one cell are not', () => {
    const { homes, problems } = inSheet([
      homeLine('1栋', '101', '王　芳、李 小 明'),
      homeLine('1栋', '102', '王芳 李明'),
      homeLine('1栋', '103', '王 芳 李 明'),
    ]);
    expect(homes[0]?.owners.map(({ name }) => name)).toEqual(['王芳', '李小明']);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, '业主'],
      [4, '业主'],
    ]);
  });

  it('[REG-4] hold no telephone number, and no problem repeats one or an identity number', () => {
    const { problems } = inSheet([homeLine('1栋', '101', '王芳１３８１２３４５６７８')]);
    expect(problems).toMatchObject([
      { row: 2, column: '业主', text: expect.stringContaining('电话') as string },
    ]);
    expect(holdsTelephone('Y13812345678901')).toBe(false);
    expect(withoutNumbers('编号“K1”在第2行是“王芳510101199001011234”')).toBe(
      '编号“K1”在第2行是“王芳（号码）”',
    );
    expect(withoutNumbers('“王芳138 1234 5678”')).toBe('“王芳（号码）”');
    expect(withoutNumbers('“一百”不是数字，请填如 98.56')).toBe('“一百”不是数字，请填如 98.56');
  });
});
