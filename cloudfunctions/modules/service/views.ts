import type { ServiceRecordView } from '@contract/service';
import type { Context } from '../../kernel/context';
import type { ShiftDocument } from '../shifts/documents';
import type { TeamDocument } from '../teams/documents';
import type { RecordDocument } from './documents';
import { mayAnswerDispute, mayDispute, mayNoShow, mayRecord } from './policy';
import { minutesWords } from './rules/times';

/** What a record is shown with: names by person, and the shift and team where the caller may lead. */
export interface Around {
  names: Map<string, string>;
  shift: ShiftDocument | null;
  team: TeamDocument | null;
}

export function recordView(
  { actor, now }: Context,
  record: RecordDocument,
  { names, shift, team }: Around,
): ServiceRecordView {
  const { _id: id, shiftId, title, teamName, placeName, personId, startsAt, endsAt, state } = record;
  const dispute = record.disputes.at(-1) ?? null;
  const led = shift
    ? {
        record: mayRecord(actor, now, shift, team, personId, record),
        noShow: mayNoShow(actor, now, shift, team, personId, record),
      }
    : { record: 'NOT_ALLOWED' as const, noShow: 'NOT_ALLOWED' as const };
  const name = (of: string) => names.get(of) ?? '';
  return {
    ...{ id, shiftId, title, teamName, placeName, startsAt, endsAt, state, means: record.means },
    ...{ personName: name(personId), mine: personId === actor.personId },
    ...{ inAt: record.inAt, outAt: record.outAt, minutes: record.minutes },
    minutesWords: minutesWords(record.minutes),
    earlier: record.earlier.map(({ at, by, inAt, outAt, minutes, reason }) => ({
      ...{ at, by: name(by), inAt, outAt, minutes, reason },
    })),
    dispute: dispute && {
      ...{ text: dispute.text, at: dispute.at },
      answer: dispute.answer && { ...dispute.answer, by: name(dispute.answer.by) },
    },
    can: {
      ...led,
      dispute: mayDispute(actor, now, record),
      answerDispute: mayAnswerDispute(actor, now, record, team),
    },
  };
}

/** Ids of everybody whose name a record shows. */
export const namedIn = (record: RecordDocument): string[] => [
  record.personId,
  ...record.earlier.map(({ by }) => by),
  ...record.disputes.flatMap(({ answer }) => (answer ? [answer.by] : [])),
];
