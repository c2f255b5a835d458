import type { BodyKind, Membership, RuleId } from '@contract/decision';
import type { ErrorCode } from '@contract/errors';
import type { LocalProfile } from '@contract/profile';
import type { MeetingDocument } from '../../meetings/documents';
import type { ProposalDocument } from '../../proposals/documents';
import type { MotionDocument } from '../documents';
import { DAY_MS } from '../rules/days';
import { latestClosing } from '../rules/extension';
import { isOffAgendaBarred } from '../rules/off-agenda';
import { bodyKindOf } from '../rules/rule-book';
import { ruleForSubject, subjectRefusal } from '../rules/subjects';
import { isSecret, secretKind } from '../rules/secret';
import { writtenWindowRefusal } from '../rules/written';
import { worthRefusal } from '../rules/worth';
import { membershipsOf } from './place';

type Drafted = Pick<
  MotionDocument,
  'body' | 'subject' | 'membership' | 'base' | 'turnout' | 'options' | 'applicantHomeId' | 'worth'
> & { ballot?: 'named' | 'secret' };

/** The rule that the law gives the subject, or the opinion poll that was asked for; null where there is none (MOT-8). */
export function ruleOf({ body, subject }: Drafted, asked: RuleId | null): RuleId | null {
  return asked ?? ruleForSubject(subject, body).rule;
}

/** Why this cannot be put to the vote before this body, or not with that worth (MOT-8, PATH-9, PATH-10, PATH-11). */
export function matterRefusal(
  { body, subject, worth }: Drafted,
  rule: RuleId | null,
  profile: LocalProfile,
): ErrorCode | null {
  if (rule === null) return ruleForSubject(subject, body).refusal;
  return subjectRefusal(subject, body, rule) ?? worthRefusal(worth, rule, body, profile);
}

/** What a voter is: the rule says it, or for an opinion the body that is asked. */
export function voterKindOf({ body, membership }: Drafted, rule: RuleId): BodyKind {
  const kind = bodyKindOf(rule, membership ?? undefined);
  if (kind) return kind;
  if (body === 'owners') return 'owner-groups';
  if (body === 'residents-delegates' || body === 'villagers-delegates') return 'delegates';
  const adults: Membership = body === 'yard' ? 'households' : 'adults';
  return (membership ?? adults) === 'adults' ? 'persons' : 'homes';
}

/** Fields that the rule needs or does not know, with a sentence for each (ASM-12, OWN-7). */
export function fieldRefusals(drafted: Drafted, rule: RuleId): Record<string, string> {
  const { body, membership, base, turnout, options, applicantHomeId } = drafted;
  const households = rule === 'households-majority';
  const affected = rule === 'affected-unanimous';
  const wrong: [field: string, holds: boolean, sentence: string][] = [
    ['membership', membershipsOf(body).length > 0 && membership === null, '请选择按人还是按户'],
    ['base', households && base === null, '请选择以谁为准：参加的，还是全体'],
    ['base', !households && base !== null, '这个规则不用选'],
    ['turnout', !households && turnout !== null, '这个规则的参加人数由法律规定'],
    ['options', affected && options.length > 0, '这件事只能同意或反对'],
    [
      'ballot',
      isSecret(drafted) && !secretKind(voterKindOf(drafted, rule)),
      '业主表决要按面积算，只能记名：无记名会从面积看出是哪一家',
    ],
    ['applicantHomeId', affected && applicantHomeId === null, '请选择要改为经营用房的房屋'],
    ['applicantHomeId', !affected && applicantHomeId !== null, '这个规则不用选'],
  ];
  return Object.fromEntries(
    wrong.filter(([, holds]) => holds).map(([field, , sentence]) => [field, sentence]),
  );
}

type Planned = Pick<MeetingDocument, 'stage' | 'body' | 'membership' | 'placeId' | 'agenda'>;

/** Whether a motion can stand on this meeting's agenda: the same body and place, and an item of it (MOT-1, MOT-4), or none (PATH-19). */
export function meetingRefusal(
  meeting: Planned,
  asked: { body: string; placeId: string; agendaItemId: string | null },
  profile: LocalProfile,
): ErrorCode | null {
  if (meeting.body !== asked.body || meeting.placeId !== asked.placeId) return 'NOT_IN_SCOPE';
  if (!['draft', 'noticed'].includes(meeting.stage)) return 'MEETING_STAGE';
  // Before the notice it is put on the agenda like everything else.
  const moved = asked.agendaItemId === null && meeting.stage === 'noticed';
  if (moved && !isOffAgendaBarred(meeting.body, profile)) return null;
  return meeting.agenda.some(({ id }) => id === asked.agendaItemId) ? null : 'ITEM_NOT_ON_AGENDA';
}

/** Stages from which a matter may go to its vote; one that failed may be put again. */
const VOTABLE = ['collecting', 'to-meet', 'voting', 'rejected'];

/** Stages of a matter that one of its votes has carried; without work it is closed when its publication is over (RES-11). */
const CARRIED = ['publishing', 'doing', 'closed'];

type Result = Pick<MotionDocument, 'worth' | 'verdict'>;

/** Whether only straw polls carried the matter: they decide nothing that the statutory vote would (MOT-9). */
function onlyPrepared(votes: readonly Result[]): boolean {
  const passed = votes.filter(({ verdict }) => verdict?.outcome === 'passed');
  return passed.length > 0 && passed.every(({ worth }) => worth !== 'statutory');
}

/** Whether a proposal on which there were these votes may be voted on, near the motion's place and as 共事. */
export function proposalRefusal(
  proposal: Pick<ProposalDocument, 'path' | 'placeId' | 'route' | 'stage'>,
  motion: Pick<MotionDocument, 'path' | 'placeId' | 'worth'>,
  votes: readonly Result[],
): ErrorCode | null {
  const near = proposal.path.includes(motion.placeId) || motion.path.includes(proposal.placeId);
  if (!near) return 'NOT_FOUND';
  if (proposal.route !== 'shared') return 'PROPOSAL_NOT_SHARED';
  if (VOTABLE.includes(proposal.stage)) return null;
  const prepared = motion.worth === 'statutory' && CARRIED.includes(proposal.stage) && onlyPrepared(votes);
  return prepared ? null : 'PROPOSAL_STAGE';
}

type Timed = Pick<MotionDocument, 'body' | 'worth' | 'opensAt' | 'closesAt' | 'extension' | 'extended'>;

/** Whether the window is lawful, extended or not: in writing as the profile says (PATH-5), else from the meeting's beginning on. */
export function windowRefusal(
  motion: Timed,
  meeting: Pick<MeetingDocument, 'startsAt'> | null,
  profile: LocalProfile,
): ErrorCode | null {
  const latest = latestClosing(motion);
  if (!meeting) {
    const asAnnounced = writtenWindowRefusal({ ...motion, profile });
    return asAnnounced ?? writtenWindowRefusal({ ...motion, closesAt: latest, profile });
  }
  const { opensAt, closesAt } = motion;
  const longest = profile.writtenWindowDays.max * DAY_MS;
  const fits = meeting.startsAt <= opensAt && opensAt < closesAt && latest - opensAt <= longest;
  return fits ? null : 'WINDOW_WRONG';
}
