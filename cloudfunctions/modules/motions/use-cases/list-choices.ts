import type { CallInput } from '@contract/calls';
import { BODIES, type Body, SUBJECTS } from '@contract/decision';
import type { MotionChoices } from '@contract/motions';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { formVoteRefusal } from '../../forms/rules/form-book';
import type { MeetingDocument } from '../../meetings/documents';
import { lawOf, type PlaceLaw } from '../../meetings/notice';
import { maySee } from '../../meetings/policy';
import { meetings } from '../../meetings/repository';
import type { PlaceDocument } from '../../members/documents';
import { places } from '../../members/repository';
import { mayConvene, mayPrepare } from '../policy/office';
import { bodyPlaceRefusal, membershipsOf } from '../policy/place';
import { convenersOf } from '../rules/convening';
import { ruleForSubject } from '../rules/subjects';
import { allowedWorths } from '../rules/worth';
import { BODY_LABELS, ruleInGeneral, SUBJECT_LABELS, worthView } from '../words';

type BodyChoice = MotionChoices['bodies'][number];

/** Subjects that this body decides or can be asked about, and those refused with their reason (PATH-10, PATH-11). */
function subjectsOf(body: Body, law: PlaceLaw): BodyChoice['subjects'] {
  return SUBJECTS.flatMap((subject): BodyChoice['subjects'] => {
    const { rule, refusal } = ruleForSubject(subject, body);
    // That another body decides it is no reason to show it here.
    if (refusal === 'RULE_WRONG_FOR_SUBJECT') return [];
    const label = SUBJECT_LABELS[subject];
    if (rule === null) return [{ subject, label, rule: null, refusal, worths: [] }];
    const worths = allowedWorths(rule, body, law.profile).map(worthView);
    return [{ subject, label, rule: ruleInGeneral(rule), refusal: null, worths }];
  });
}

function bodyChoice(context: Context, place: PlaceDocument, law: PlaceLaw, body: Body): BodyChoice {
  const conveners = convenersOf(body, law.profile, law.hasOwnersCommittee);
  return {
    body,
    label: BODY_LABELS[body],
    may:
      mayConvene(context.actor, context.now, place.path, conveners) ??
      bodyPlaceRefusal(body, place.kind, law.profile),
    conveners: [...conveners],
    memberships: [...membershipsOf(body)],
    subjects: subjectsOf(body, law),
  };
}

/** At a meeting its own body votes, and where its form decides nothing everything is an opinion (FORM-2, FORM-6). */
function atMeeting(choice: BodyChoice, meeting: MeetingDocument): BodyChoice[] {
  if (choice.body !== meeting.body) return [];
  const subjects = choice.subjects.map((subject) => ({
    ...subject,
    worths: subject.worths.filter(({ id }) => formVoteRefusal(meeting, id) === null),
  }));
  return [{ ...choice, subjects }];
}

async function meetingOf(context: Context, id: string | null): Promise<MeetingDocument | null> {
  if (id === null) return null;
  const meeting = found(await meetings.byId(store, id));
  enforce(maySee(context.actor, context.now, meeting));
  return meeting;
}

/** What can be put to the vote in a place or at a meeting, so that the drafting screen need know no rule. */
export async function listChoices(
  context: Context,
  input: CallInput<'motions.choices'>,
): Promise<MotionChoices> {
  const place = found(await places.byId(store, input.placeId));
  enforce(mayPrepare(context.actor, context.now, place.path));
  const [law, meeting] = await Promise.all([
    lawOf(place.path, context.now),
    meetingOf(context, input.meetingId),
  ]);
  const here = BODIES.filter(
    (body) => bodyPlaceRefusal(body, place.kind, law.profile) !== 'PLACE_KIND_WRONG',
  );
  return {
    placeId: place._id,
    placeName: place.name,
    bodies: here
      .map((body) => bodyChoice(context, place, law, body))
      .flatMap((choice) => (meeting ? atMeeting(choice, meeting) : [choice])),
    onlyOpinion: meeting && formVoteRefusal(meeting, 'statutory'),
    windowDays: law.profile.writtenWindowDays,
  };
}
