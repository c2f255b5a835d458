import { codeOf } from './cells';
import { placeKey } from './placing';
import type { RowReader } from './row-faults';
import type { SheetRow } from './sheet-rows';

export interface Where {
  /** '3栋'; null where it lies in none. */
  building: string | null;
  unit: string | null;
  room: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^0*(\d+)(?:#|号)?$/;
/** What people write into a cell that is meant to be empty. */
const NONE = /^(无|没有|-+)$/;

/** Dashes of all lengths as one. */
const dashed = (text: string) => text.replace(/[\u2010-\u2015\u2212\u2500]/g, '-');
const whole = (text: string, kind: string) => (NUMBER.test(text) ? text.replace(NUMBER, `$1${kind}`) : text);

/** '1-2-301' and '1栋2单元301': a room that says its building itself; null where it does not. */
export function addressOf(room: string): Where | null {
  if (DAY.test(room)) return null;
  const parts =
    /^(\d+)-(\d+)-(\S+)$/.exec(room) ?? /^(\S+?(?:栋|幢|号楼|座))(?:(\S+?单元))?(\S+)$/.exec(room);
  if (!parts?.[1] || !parts[3]) return null;
  return {
    building: whole(parts[1], '栋'),
    unit: parts[2] === undefined ? null : whole(parts[2], '单元'),
    room: parts[3],
  };
}

export const roomOf = (cells: SheetRow['cells']): string => dashed(codeOf(cells.room));

/** '2-303' and '2单元303' in unit 2 → '303'. */
function withoutUnit(room: string, unit: string): string {
  const [, first = '', rest] = /^(\d+)(?:-|单元)(\S+)$/.exec(room) ?? [];
  return unit !== '' && rest && placeKey(first) === placeKey(unit) ? rest : room;
}

const agrees = (written: string, inRoom: string | null) =>
  written === '' || inRoom === null || placeKey(written) === placeKey(inRoom);

/** Building, unit and room of a row; what the room's cell says of the others once more is taken off it (REG-6). */
export function whereOf(cells: SheetRow['cells'], read: RowReader): Where {
  for (const field of ['building', 'unit', 'room'] as const) {
    // «3-2» that Excel took for the second of March.
    if (DAY.test(read.text(field, 16)))
      read.problem(field, 'Excel 把它当成了日期，请把这一列改成文本格式，再重新填写');
  }
  const [building = '', unit = ''] = [cells.building, cells.unit]
    .map(codeOf)
    .map((text) => (NONE.test(dashed(text)) ? '' : text));
  const room = roomOf(cells);
  const address = addressOf(room);
  if (address && (!agrees(building, address.building) || !agrees(unit, address.unit))) {
    read.problem('room', '里面的楼栋、单元和“楼栋”“单元”两列不一样，请改成一样，或者只写房号，如 501');
  }
  return {
    building: whole(building, '栋') || (address?.building ?? null),
    unit: whole(unit, '单元') || (address?.unit ?? null),
    room: address?.room ?? withoutUnit(room, unit),
  };
}
