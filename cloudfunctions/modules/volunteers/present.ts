import type { CodedVolunteer, VolunteerView } from '@contract/volunteers';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { persons } from '../members/repository';
import { dayOf } from '../motions/rules/days';
import type { VolunteerDocument } from './documents';
import { mayConsent, mayCorrect, mayDescribe, mayReportIn } from './policy';
import { volunteers } from './repository';
import { GROWN, isOfAge, REPORT_LABELS } from './rules';

const guardianView = (guardian: VolunteerDocument['guardian']) =>
  guardian && { name: guardian.name, dataToo: guardian.dataToo, at: guardian.at };

function consentOf(volunteer: VolunteerDocument | null, today: string): VolunteerView['consent'] {
  if (!volunteer?.bornOn || isOfAge(volunteer.bornOn, GROWN, today)) return 'none';
  return volunteer.guardian ? 'given' : 'needed';
}

/** The caller's own profile as it is now. */
export async function presentMine({ actor, now }: Context): Promise<VolunteerView> {
  const volunteer = await volunteers.byId(store, actor.personId);
  const today = dayOf(now);
  return {
    ...{ bornOn: volunteer?.bornOn ?? null, skills: volunteer?.skills ?? [], code: volunteer?.code ?? null },
    guardian: guardianView(volunteer?.guardian ?? null),
    consent: consentOf(volunteer, today),
    reports: (volunteer?.reports ?? []).map(({ placeId, placeName, kind, unit, at }) => ({
      ...{ id: placeId, placeId, placeName, kind, kindLabel: REPORT_LABELS[kind], unit, at },
    })),
    can: { describe: mayDescribe(volunteer, null, today), reportIn: mayReportIn(actor, volunteer, null) },
  };
}

/** Somebody as an office sees them that was told the code. */
export async function presentCoded(
  { actor, now }: Context,
  volunteer: VolunteerDocument,
): Promise<CodedVolunteer> {
  const person = await persons.here(store, volunteer._id);
  return {
    name: person?.name ?? '',
    bornOn: volunteer.bornOn,
    guardian: guardianView(volunteer.guardian),
    can: { consent: mayConsent(actor, volunteer, dayOf(now)), correct: mayCorrect(actor, now, volunteer) },
  };
}
