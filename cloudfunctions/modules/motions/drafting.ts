import type { CallInput } from '@contract/calls';
import type { RuleId } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';
import type { Context } from '../../kernel/context';
import type { Reader, Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import { formVoteRefusal } from '../forms/rules/form-book';
import type { MeetingDocument } from '../meetings/documents';
import { lawOf, type PlaceLaw } from '../meetings/notice';
import { meetings } from '../meetings/repository';
import type { PlaceDocument } from '../members/documents';
import { homes, places } from '../members/repository';
import { proposals } from '../proposals/repository';
import type { MotionDocument } from './documents';
import {
  fieldRefusals,
  matterRefusal,
  meetingRefusal,
  proposalRefusal,
  ruleOf,
  voterKindOf,
  windowRefusal,
} from './policy/draft';
import { mayConvene } from './policy/office';
import { bodyPlaceRefusal } from './policy/place';
import { extensionRefusal } from './policy/terms';
import { motions } from './repository';
import { convenersOf } from './rules/convening';
import { paperTermsOf } from './rules/precedence';

type Drafted = Omit<CallInput<'motions.draft'>, 'clientId'>;

/** What a draft settles of its motion; the rest comes with its announcement. */
export type Plan = Pick<
  MotionDocument,
  | 'title'
  | 'text'
  | 'proposalId'
  | 'meetingId'
  | 'agendaItemId'
  | 'itemTitle'
  | 'body'
  | 'bodyKind'
  | 'rule'
  | 'membership'
  | 'base'
  | 'turnout'
  | 'subject'
  | 'worth'
  | 'options'
  | 'interim'
  | 'placeId'
  | 'placeName'
  | 'path'
  | 'timesOfMeeting'
  | 'opensAt'
  | 'closesAt'
  | 'applicantHomeId'
  | 'provenHomeIds'
  | 'paper'
  | 'extension'
  | 'ballot'
>;

/** The law of a place for one body: profile, conveners. */
export async function conveningLaw(
  motion: Pick<MotionDocument, 'path' | 'body'>,
  now: number,
  reader?: Reader,
): Promise<PlaceLaw & { conveners: ReturnType<typeof convenersOf> }> {
  const law = await lawOf(motion.path, now, reader);
  return { ...law, conveners: convenersOf(motion.body, law.profile, law.hasOwnersCommittee) };
}

async function meetingOf(
  transaction: Transaction,
  { meetingId, ...asked }: Drafted,
  profile: LocalProfile,
): Promise<MeetingDocument | null> {
  if (meetingId === null) return null;
  const meeting = found(await meetings.byId(transaction, meetingId));
  enforce(meetingRefusal(meeting, asked, profile) ?? formVoteRefusal(meeting, asked.worth));
  return meeting;
}

/** On an agenda item the matter is the item's own. */
function matterOf(drafted: Drafted, meeting: MeetingDocument | null): string | null {
  if (!meeting) return drafted.proposalId;
  const item = meeting.agenda.find(({ id }) => id === drafted.agendaItemId);
  const own = item?.proposalId ?? null;
  if (drafted.proposalId !== null && drafted.proposalId !== own) throw new Refusal('ITEM_NOT_ON_AGENDA');
  return own;
}

/** An item without a matter is what its title says: a vote on it stands on those words (PATH-24). */
function itemTitleOf(drafted: Drafted, meeting: MeetingDocument | null): string | null {
  const item = meeting?.agenda.find(({ id }) => id === drafted.agendaItemId);
  return item && item.proposalId === null ? item.title : null;
}

function timesOf({ window }: Drafted, meeting: MeetingDocument | null) {
  if (window) return { ...window, timesOfMeeting: false };
  if (!meeting) throw new Refusal('INVALID_INPUT', { window: '请选择开始和截止时间' });
  return { opensAt: meeting.startsAt, closesAt: meeting.endsAt, timesOfMeeting: true };
}

async function requireHomesThere(
  transaction: Transaction,
  { applicantHomeId, provenHomeIds }: Drafted,
  place: PlaceDocument,
): Promise<void> {
  const ids = [...new Set([...(applicantHomeId ? [applicantHomeId] : []), ...provenHomeIds])];
  const rows = await homes.byIds(transaction, ids);
  const there = rows.filter(({ path, goneAt }) => path.includes(place._id) && !goneAt);
  if (there.length !== ids.length) throw new Refusal('NOT_FOUND');
  const applicant = there.find(({ _id }) => _id === applicantHomeId);
  if (applicant && applicant.use !== 'home') {
    throw new Refusal('INVALID_INPUT', { applicantHomeId: '只有住宅才谈得上改为经营用房' });
  }
}

async function requireVotable(transaction: Transaction, plan: Plan): Promise<void> {
  if (plan.proposalId === null) return;
  const proposal = found(await proposals.byId(transaction, plan.proposalId));
  enforce(proposalRefusal(proposal, plan, await motions.ofProposal(transaction, plan.proposalId)));
}

/** @throws Refusal INVALID_INPUT with a sentence for each field that the rule needs or does not know. */
function requireFields(asked: Omit<Drafted, 'ruleId' | 'window'>, rule: RuleId): void {
  const wrong = fieldRefusals(asked, rule);
  if (Object.keys(wrong).length > 0) throw new Refusal('INVALID_INPUT', wrong);
  const extension = extensionRefusal({ ...asked, rule });
  if (extension) throw new Refusal('INVALID_INPUT', { extension });
}

/** Of a secret ballot nothing is shown before the count, and the first of phone and paper stands (SECRET-3, SECRET-6). */
function ballotTermsOf({ ballot, interim, paper }: Drafted, atMeeting: boolean) {
  const terms = paperTermsOf(paper, atMeeting);
  if (ballot === 'named') return { ballot, interim, paper: terms };
  return { ballot, interim: 'hidden' as const, paper: terms && { ...terms, precedence: 'first' as const } };
}

/** The plan of a draft, after everything that the law and the place forbid (MOT-1, MOT-7, MOT-8, OWN-9, PATH-5, PATH-9 … PATH-11). */
export async function planOf(transaction: Transaction, context: Context, drafted: Drafted): Promise<Plan> {
  const { actor, now } = context;
  const { ruleId, window: _window, ...chosen } = drafted;
  const place = found(await places.byId(transaction, drafted.placeId));
  const law = await conveningLaw({ path: place.path, body: drafted.body }, now);
  enforce(mayConvene(actor, now, place.path, law.conveners));
  enforce(bodyPlaceRefusal(drafted.body, place.kind, law.profile));
  const meeting = await meetingOf(transaction, drafted, law.profile);
  const asked = { ...chosen, membership: meeting?.membership ?? drafted.membership };
  const rule = ruleOf(asked, ruleId);
  enforce(matterRefusal(asked, rule, law.profile));
  if (rule === null) throw new Refusal('RULE_WRONG_FOR_SUBJECT');
  requireFields(asked, rule);
  await requireHomesThere(transaction, drafted, place);
  const plan: Plan = {
    ...asked,
    ...ballotTermsOf(drafted, meeting !== null),
    ...timesOf(drafted, meeting),
    proposalId: matterOf(drafted, meeting),
    agendaItemId: meeting ? drafted.agendaItemId : null,
    itemTitle: itemTitleOf(drafted, meeting),
    rule,
    bodyKind: voterKindOf(asked, rule),
    placeName: place.name,
    path: place.path,
  };
  await requireVotable(transaction, plan);
  if (plan.closesAt <= now) throw new Refusal('TIME_IN_PAST');
  enforce(windowRefusal(plan, meeting, law.profile));
  return plan;
}
