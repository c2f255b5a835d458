import { type Cell, halfWidth, textOf } from './cells';

/** What a column of a register can hold. */
export const FIELDS = [
  'building',
  'unit',
  'room',
  'use',
  'area',
  'areaBasis',
  'owners',
  'ownerKeys',
  'named',
  'namedProof',
  'phone',
  'holding',
  'parkingNumber',
  'parkingBasis',
  'parkingArea',
  'buyerProof',
  'residents',
  'representative',
] as const;
export type Field = (typeof FIELDS)[number];

/** How the columns are called in messages and in the template. */
export const TITLES: Record<Field, string> = {
  building: '楼栋',
  unit: '单元',
  room: '房号',
  use: '用途',
  area: '建筑面积',
  areaBasis: '面积依据',
  owners: '业主',
  ownerKeys: '业主编号',
  named: '推选的人',
  namedProof: '推选证明',
  phone: '电话',
  holding: '交付情况',
  parkingNumber: '车位号',
  parkingBasis: '车位计入依据',
  parkingArea: '车位面积',
  buyerProof: '购房未登记的证明',
  residents: '住户',
  representative: '户代表',
};

/** Other names of the columns; a number of an identity card is none of them, and is never read (REG-4). */
const SYNONYMS: Record<Field, string> = {
  building: '楼栋 栋 楼号 楼栋号 栋号 幢 幢号 楼 座 楼幢',
  unit: '单元 单元号 梯 门洞',
  room: '房号 门牌 门牌号 室号 房屋号 房间号 户号 室 房屋编号 门牌房号',
  use: '用途 房屋用途 房屋类型 类型 性质 房屋性质 规划用途',
  area: '建筑面积 面积 产权面积 房屋面积 房屋建筑面积 专有部分面积 专有面积 登记面积',
  areaBasis: '面积依据 面积来源 面积认定依据 依据 面积认定',
  owners: '业主 业主姓名 产权人 所有权人 权利人 房主 户主 产权人姓名 业主名称 姓名',
  ownerKeys: '业主编号 业主号 产权证号 不动产权证号 不动产证号 业主代码',
  named: '推选的人 共有推选的人 共有人推选 推选人 投票代表 共有的人 共有人推选的人 推选代表',
  namedProof: '推选证明 推选依据 推选凭证',
  phone: '电话 联系电话 手机 手机号 电话号码 联系方式 手机号码 业主电话',
  holding: '交付情况 交付 交房情况 是否交付 销售情况 房屋状态 状态',
  parkingNumber: '车位号 车位 车位编号 停车位 车位号码',
  parkingBasis: '车位计入依据 计入依据 车位依据 车位是否计入',
  parkingArea: '车位面积 车位建筑面积',
  buyerProof: '购房未登记的证明 购房证明 未登记证明 购房未登记证明 未办证证明 购房合同',
  residents: '住户 住户姓名 家庭成员 常住人口 同住人 户内人员',
  representative: '户代表 户代表姓名 家庭代表',
};

const BY_NAME = new Map<string, Field>(
  FIELDS.flatMap((field) => SYNONYMS[field].split(' ').map((name) => [name, field] as const)),
);

/** '建 筑 面 积（㎡）*' → '建筑面积' */
function nameOf(cell: Cell | undefined): string {
  return halfWidth(textOf(cell))
    .replace(/[([【{<].*?[)\]】}>]/g, '')
    .replace(/[\s*:：/·、._-]|必填|选填/g, '')
    .replace(/(㎡|m²|m2|平方米)$/i, '');
}

export interface Heading {
  /** Rows above the first row of data. */
  end: number;
  /** Column of each field. */
  columns: Map<Field, number>;
  /** Fields that two columns are called after. */
  twice: Field[];
  /** Headings that are not read. */
  unread: string[];
}

const LAST_HEADING_ROW = 30;
/** With fewer it is a sentence that happens to hold a word. */
const FEWEST = 3;

function headingOf(lines: readonly (readonly Cell[])[], end: number): Heading {
  const columns = new Map<Field, number>();
  const twice: Field[] = [];
  const unread: string[] = [];
  const width = Math.max(...lines.map((line) => line.length));
  for (let column = 0; column < width; column += 1) {
    // The lower line of two says it more exactly; together they may be one name («车位» over «面积»).
    const names = lines.map((line) => nameOf(line[column])).filter((name) => name !== '');
    const shown = names.at(-1);
    const field = BY_NAME.get(names.join('')) ?? BY_NAME.get(shown ?? '');
    if (field === undefined && shown !== undefined) unread.push(shown);
    if (field === undefined) continue;
    if (columns.has(field)) twice.push(field);
    else columns.set(field, column);
  }
  return { end, columns, twice, unread };
}

/** Whether the line below a heading is still of it: units, or the same once more where cells are merged over both lines. */
function goesOn(above: readonly Cell[], line: readonly Cell[]): boolean {
  const held = line.flatMap((cell, column) => (textOf(cell) === '' ? [] : [{ cell, column }]));
  return (
    held.length > 0 &&
    held.every(({ cell, column }) => nameOf(cell) === '' || textOf(cell) === textOf(above[column]))
  );
}

/** The heading of a table, in one line or two, below whatever titles stand above it; null where there is none (REG-1). */
export function findHeading(rows: readonly (readonly Cell[])[]): Heading | null {
  let best: Heading | null = null;
  for (let row = 0; row < Math.min(rows.length, LAST_HEADING_ROW); row += 1) {
    for (const lines of [rows.slice(row, row + 1), rows.slice(row, row + 2)]) {
      const found = headingOf(lines, row + lines.length);
      // A line of data below the heading would add nothing, so the shorter heading stands first and stays.
      if (found.columns.size > (best?.columns.size ?? FEWEST - 1)) best = found;
    }
  }
  if (!best?.columns.has('room') && !best?.columns.has('parkingNumber')) return null;
  while (goesOn(rows[best.end - 1] ?? [], rows[best.end] ?? [])) best = { ...best, end: best.end + 1 };
  return best;
}
