import type { ImportProblem } from '@contract/register-import';
import type { HomeDocument } from '../../members/documents';
import { areaOf, codeOf, dayOfCell, nameOf, textOf } from './cells';
import { type RowReader, rowReader, shown } from './row-faults';
import { ownersIn, type ParsedOwner } from './parsed-owners';
import type { SheetRow } from './sheet-rows';
import { type Where, whereOf } from './where';

/** A home as a row says it, before anybody has looked at the register. */
export interface ParsedHome extends Where {
  row: number;
  use: HomeDocument['use'];
  area: number;
  areaBasis: HomeDocument['areaBasis'];
  parkingBasis: HomeDocument['parkingBasis'];
  holding: HomeDocument['holding'];
  owners: ParsedOwner[];
  named: { name: string; proof: string } | null;
  residents: { name: string; bornOn: string }[];
  representative: string | null;
  /** To compare only. */
  phone: string;
}

const USES = {
  住宅: 'home',
  住房: 'home',
  房屋: 'home',
  成套住宅: 'home',
  商铺: 'shop',
  商业: 'shop',
  门面: 'shop',
  铺面: 'shop',
  商业用房: 'shop',
  办公: 'office',
  写字楼: 'office',
  办公室: 'office',
  办公用房: 'office',
  车位: 'parking',
  停车位: 'parking',
  车库: 'parking',
} as const;
const AREA_BASES = {
  不动产登记: 'land-register',
  登记: 'land-register',
  不动产登记簿: 'land-register',
  不动产权证: 'land-register',
  产权证: 'land-register',
  房产证: 'land-register',
  测绘: 'surveyed',
  实测: 'surveyed',
  测绘报告: 'surveyed',
  合同: 'contract',
  买卖合同: 'contract',
  购房合同: 'contract',
} as const;
const HOLDINGS = {
  业主: 'owner',
  已交付: 'owner',
  已交房: 'owner',
  已售: 'owner',
  交付: 'owner',
  是: 'owner',
  未售: 'unsold',
  未出售: 'unsold',
  未卖出: 'unsold',
  未交付: 'not-handed-over',
  未交房: 'not-handed-over',
  已售未交付: 'not-handed-over',
  否: 'not-handed-over',
} as const;
const PARKING_BASES = {
  登记: 'registered',
  不动产登记: 'registered',
  产权证: 'registered',
  规约: 'community-rule',
  管理规约: 'community-rule',
  议事规则: 'community-rule',
  不计入: 'none',
  不计: 'none',
  无: 'none',
} as const;

function areaIn(
  cells: SheetRow['cells'],
  field: 'area' | 'parkingArea',
  read: RowReader,
  none: boolean,
): number {
  const text = read.text(field, 30);
  if (text === '' && none) return 0;
  const area = areaOf(cells[field]);
  if (text === '') read.problem(field, '没有填，请填如 98.56');
  else if (area === null) read.problem(field, `“${shown(text)}”不是数字（最多两位小数），请填如 98.56`);
  else if (area === 0 && !none) read.problem(field, '不能是0，请填如 98.56');
  else if (area > 100_000_000) read.problem(field, `“${shown(text)}”太大，请检查`);
  else return area;
  return 0;
}

/** '张华 1970-01-02；张小华 1999年3月4日': name and day of birth of each. */
function residentsIn(cells: SheetRow['cells'], read: RowReader): ParsedHome['residents'] {
  read.text('residents', 600);
  const lines = textOf(cells.residents) === '' ? [] : String(cells.residents).split(/[；;、，,\n\r]+/);
  return lines
    .map(textOf)
    .filter(Boolean)
    .flatMap((line) => {
      const parts = /^(.+?)[\s(（:：]*(\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?)[)）]?$/.exec(line);
      const bornOn = dayOfCell(parts?.[2]);
      if (parts?.[1] && bornOn) return [{ name: nameOf(parts[1]), bornOn }];
      read.problem('residents', `“${shown(line)}”要写姓名和出生日期，如：张华 1970-01-02`);
      return [];
    });
}

function namedIn(read: RowReader): ParsedHome['named'] {
  const [name, proof] = [nameOf(read.text('named', 60)), read.text('namedProof', 200)];
  if (name === '') return null;
  if (proof === '') read.problem('namedProof', '写了推选的人，还要写凭什么，如：2025-11-03 共有人声明');
  return { name, proof };
}

/** The parking space that stands in the row of its owner's home; it is a part of its own. */
function parkingIn({ row, cells }: SheetRow, home: ParsedHome, read: RowReader): ParsedHome[] {
  const number = codeOf(cells.parkingNumber);
  if (home.use === 'parking' || number === '') return [];
  read.text('parkingNumber', 16);
  const basis = read.word('parkingBasis', PARKING_BASES, undefined);
  const area = areaIn(cells, 'parkingArea', read, basis === 'none');
  const apart = { named: null, residents: [], representative: null };
  const room = number.includes('车位') ? number : `车位${number}`;
  const where = { row, building: null, unit: null, room };
  return [{ ...home, ...where, use: 'parking', area, parkingBasis: basis ?? 'none', ...apart }];
}

/** The homes of a row: one, and with a parking space in it two. What cannot be read stands in `problems` (REG-2, REG-3). */
export function parsedHomes(sheetRow: SheetRow, problems: ImportProblem[]): ParsedHome[] {
  const { row, cells } = sheetRow;
  const read = rowReader(sheetRow, problems);
  const use = read.word('use', USES, 'home') ?? 'home';
  const where = whereOf(cells, read);
  const parking = use === 'parking';
  if (where.room === '' && parking) where.room = codeOf(cells.parkingNumber);
  if (where.room === '') read.problem(parking ? 'parkingNumber' : 'room', '没有填，请写房号，如 501');
  if (parking && where.room !== '' && !where.room.includes('车位')) where.room = `车位${where.room}`;
  const parkingBasis = parking ? read.word('parkingBasis', PARKING_BASES, undefined) : null;
  const areaBasis = 'areaBasis' in cells ? read.word('areaBasis', AREA_BASES, undefined) : null;
  const home: ParsedHome = {
    ...{ row, ...where, use, parkingBasis },
    area: 'area' in cells ? areaIn(cells, 'area', read, parkingBasis === 'none') : 0,
    areaBasis: areaBasis ?? 'contract',
    holding: read.word('holding', HOLDINGS, 'owner') ?? 'owner',
    owners: 'owners' in cells ? ownersIn(cells, read) : [],
    named: namedIn(read),
    residents: residentsIn(cells, read),
    representative: nameOf(read.text('representative', 30)) || null,
    phone: codeOf(cells.phone),
  };
  return [home, ...parkingIn(sheetRow, home, read)];
}
