import type { FileAnswer } from '@contract/register-import';
import { sheetFile } from '../file/sheet-file';
import { type Field, FIELDS, TITLES } from '../rules/headings';

type Example = Partial<Record<Field, string | number>>;

const EXAMPLES: Example[] = [
  {
    ...{ building: '1栋', unit: '1单元', room: '101', use: '住宅', area: 98.56, areaBasis: '不动产登记' },
    ...{
      owners: '王一',
      ownerKeys: 'Y0001',
      holding: '业主',
      residents: '王一 1970-05-06；王小一 2001-02-03',
    },
    ...{ representative: '王一', parkingNumber: 'B-023', parkingBasis: '登记', parkingArea: 12.5 },
  },
  {
    ...{ building: '1栋', unit: '1单元', room: '102', use: '住宅', area: 120.8, areaBasis: '不动产登记' },
    ...{ owners: '李二、张三', ownerKeys: 'Y0002、Y0003', holding: '业主', named: '张三' },
    namedProof: '2025-11-03 共有人声明，社区存档',
  },
  {
    ...{ building: '1栋', unit: '1单元', room: '201', use: '住宅', area: 98.56, areaBasis: '合同' },
    ...{ owners: '赵四', holding: '业主', buyerProof: '2025-06-01 购房合同备案和交房单' },
  },
  {
    ...{ building: '1栋', unit: '1单元', room: '202', use: '住宅', area: 120.8, areaBasis: '测绘' },
    ...{ owners: '某某置业有限公司', holding: '未售' },
  },
  {
    ...{ building: '1栋', unit: '1单元', room: '301', use: '住宅', area: 98.56, areaBasis: '合同' },
    ...{ owners: '钱五', holding: '未交付' },
  },
  { room: '商铺3号', use: '商铺', area: 56, areaBasis: '不动产登记', owners: '孙六', holding: '业主' },
  {
    ...{
      room: '车位A-001',
      use: '车位',
      area: 12.5,
      areaBasis: '不动产登记',
      owners: '王一',
      ownerKeys: 'Y0001',
    },
    ...{ holding: '业主', parkingBasis: '不计入' },
  },
];

const NOTES = [
  '怎么填这张表',
  '每套房写一行。列的顺序可以换，不用的列可以删，表头不要改。例子看完请删掉。',
  '房号、建筑面积、面积依据、业主：每一行都要填。',
  '楼栋：不在楼栋里的，写“无”。',
  '用途：住宅、商铺、办公、车位。空着按住宅。',
  '建筑面积：平方米，最多两位小数，如 98.56。',
  '面积依据：不动产登记、测绘、合同，三样里选一样。',
  '业主：几位共有人写在同一格，用顿号分开，如 李二、张三。',
  '业主编号：没有可以空着。同一个人在每套房写同一个编号，如 Y0001。不能用身份证号、手机号。',
  '同名的业主没有编号时，导入会请您确认是不是同一人，不会自动合成一个人。',
  '推选的人：共有人推选了谁来投票；写了就要写推选证明。',
  '电话：可以留着，只用来比对同名的业主，不保存。',
  '交付情况：业主（已经交付）、未售、未交付。空着按业主。未售的，业主写开发企业。',
  '购房未登记的证明：已经收房、还没有办不动产登记的，写凭什么认定。',
  '车位：可以写在业主的那一行（车位号、车位计入依据、车位面积），也可以单独一行。',
  '车位计入依据：登记、规约、不计入。不计入的车位不算面积。',
  '住户：姓名和出生日期，几位用分号分开，如 王一 1970-05-06；王小一 2001-02-03。',
  '请不要写身份证号，写了这张表不能导入。',
];

/** A register to fill in: headings, an example of each case, and how it is meant. */
export async function makeTemplate(): Promise<FileAnswer> {
  const titles = FIELDS.map((field) => TITLES[field]);
  const rows = EXAMPLES.map((example) => FIELDS.map((field) => example[field] ?? ''));
  const base64 = sheetFile([
    { name: '名册', rows: [titles, ...rows], widths: titles.map((title) => Math.max(10, title.length * 2)) },
    { name: '填写说明', rows: NOTES.map((note) => [note]), widths: [90] },
  ]);
  return { fileName: '房屋名册模板.xlsx', base64 };
}
