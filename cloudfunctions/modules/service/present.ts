import type { Board, BoardRow, ServiceRecordView } from '@contract/service';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import { ledCase } from '../shifts/claiming';
import type { ShiftDocument } from '../shifts/documents';
import { mayLeadShift } from '../shifts/policy';
import { shifts } from '../shifts/repository';
import { teams } from '../teams/repository';
import type { RecordDocument } from './documents';
import { mayNoShow, mayRecord } from './policy';
import { records } from './repository';
import { closesAt, opensAt } from './rules/times';
import { type Around, namedIn, recordView } from './views';

export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await persons.ofIds(ids)).map(({ _id, name }) => [_id, name]));
}

/** One record as the caller sees it. */
export async function presentRecord(context: Context, id: string): Promise<ServiceRecordView> {
  const record = found(await records.byId(store, id));
  const [names, shift, team] = await Promise.all([
    namesOf(namedIn(record)),
    shifts.byId(store, record.shiftId),
    teams.of(store, record.teamId),
  ]);
  return recordView(context, record, { names, shift, team });
}

interface Listed {
  id: string;
  personId: string;
  claim: BoardRow['claim'];
  reason: string | null;
}

function listed({ claims, late }: ShiftDocument): Listed[] {
  const standing = new Set(claims.map(({ personId }) => personId));
  // Whoever came back and withdrew once more is one row, with the last reason.
  const last = new Map(late.map((one) => [one.id, one]));
  return [
    ...claims.map(({ id, personId, state }) => ({ id, personId, claim: state, reason: null })),
    ...[...last.values()]
      .filter(({ personId }) => !standing.has(personId))
      .map(({ id, personId, reason }) => ({ id, personId, claim: 'late' as const, reason })),
  ];
}

function rowOf(
  context: Context,
  one: Listed,
  shift: ShiftDocument,
  record: RecordDocument | null,
  around: Around,
) {
  const { actor, now } = context;
  const { id, personId, claim, reason } = one;
  return {
    ...{ id, claim, reason, name: around.names.get(personId) ?? '' },
    record: record && recordView(context, record, around),
    can: {
      record: mayRecord(actor, now, shift, around.team, personId, record),
      noShow: mayNoShow(actor, now, shift, around.team, personId, record),
    },
  };
}

/** The arrival board, for whoever leads the shift. */
export async function presentBoard(context: Context, shiftId: string): Promise<Board> {
  const { shift, team } = await ledCase(store, context, shiftId);
  enforce(mayLeadShift(context.actor, context.now, shift, team));
  const kept = await records.ofShift(shiftId);
  const rows = listed(shift);
  const names = await namesOf([...rows.map(({ personId }) => personId), ...kept.flatMap(namedIn)]);
  const of = new Map(kept.map((record) => [record._id, record]));
  const came = kept.filter(({ inAt }) => inAt !== null);
  return {
    ...{ shiftId, title: shift.title, startsAt: shift.startsAt, endsAt: shift.endsAt, code: shift.code },
    ...{ opensAt: opensAt(shift), closesAt: closesAt(shift) },
    expected: shift.claims.filter(({ state }) => state === 'taken').length,
    arrived: came.length,
    left: came.filter(({ outAt }) => outAt !== null).length,
    rows: rows.map((one) => rowOf(context, one, shift, of.get(one.id) ?? null, { names, shift, team })),
  };
}
