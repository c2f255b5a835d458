import type {
  Body,
  BodyKind,
  Choice,
  Figures,
  HouseholdsBase,
  Membership,
  RuleId,
  Subject,
  Threshold,
  Verdict,
  VerdictLine,
  Worth,
} from './decision';
import type { Can } from './envelope';
import type { ErrorCode } from './errors';
import type { MotionPhase } from './meetings';
import type { ChannelHeads, MyPaper, PaperTermsView, UncountedPapers } from './paper-views';
import type { MyMark } from './secret-ballots';

/** One field of the ballot paper, in its order. */
export interface ChoiceView {
  choice: Choice;
  /** '同意', '都不同意', or the option as the motion words it. */
  label: string;
}

/** A rule in plain words, each sentence with the article that it comes from. */
export interface RuleView {
  id: RuleId;
  /** '参加表决的业主达到全体业主的三分之二'; none for 意见征询. */
  lines: { words: string; article: string }[];
  weighsArea: boolean;
}

/** What a vote is worth: '预表决', and '不替代法定表决' beside it. */
export interface WorthView {
  id: Worth;
  label: string;
  words: string;
}

/** How far the caller is with one motion: voters they may cast for, and how many of these have a ballot. */
export interface MyPart {
  voters: number;
  cast: number;
}

export interface MotionSummary {
  id: string;
  title: string;
  placeName: string;
  body: Body;
  worth: WorthView;
  phase: MotionPhase;
  opensAt: number;
  closesAt: number;
  /** From here on the result is counted (CLK-3). */
  resultAt: number;
  outcome: Verdict['outcome'] | null;
  mine: MyPart;
  meetingId: string | null;
  proposalId: string | null;
}

/** A counted ballot's receipt (BAL-7). */
export interface Receipt {
  /** Twelve letters and digits, new with each change: the beginning of the signed receipt's commitment. */
  receipt: string;
  choice: Choice;
  choiceLabel: string;
  revision: number;
  castAt: number;
  channel: 'phone' | 'paper' | 'door';
  /** Which ballot counts and why, where the voter used both phone and paper (PAP-8). */
  channelWords: string | null;
}

/** The caller's own last ballot for a voter for whom somebody else's counts by now (BAL-26). */
export interface ReplacedBallot {
  /** What took its place, and why. */
  words: string;
  /** Its receipt as it was issued; null from before receipts were signed. */
  signed: string | null;
}

/** A voter that the caller is, or that stands for one of their homes (BAL-6). */
export interface MyVoter {
  entryId: string;
  /** '3栋2单元501 等2套' */
  label: string;
  /** Labels of the homes that vote together, at most 20. */
  homes: string[];
  homesTotal: number;
  /** 0.01 m²; 0 where the rule does not weigh by area. */
  area: number;
  /** Whether the caller is entitled to this voter's ballot at all, whatever the clock says. */
  may: ErrorCode | null;
  /** `may` in a plain sentence with its ground; null where they may. */
  reason: string | null;
  /** The caller's own ballot, or the voter's paper that counts. */
  ballot: Receipt | null;
  /** Somebody else of the group or home voted: who, when, and who can settle it; never what (BAL-9, BAL-13). */
  otherCast: { name: string; castAt: number; settle: string; replaced: ReplacedBallot | null } | null;
  /** Why the caller cannot cast or change this ballot though they may stand for the voter: another's stands, or a paper that came first. */
  locked: ErrorCode | null;
  /** What was entered on paper in this voter's name. */
  paper: MyPaper | null;
  /** In a secret ballot: that the voter has voted. */
  mark: MyMark | null;
}

/** What is known of the ballots so far, or for good once counted. */
export interface MotionFigures {
  /** Instant of the snapshot, at most a few seconds old. */
  asOfAt: number;
  final: boolean;
  /** Everybody on the roll. */
  all: Figures;
  /** Those who cast a ballot; at an assembly `present` are those who count as there. */
  part: Figures;
  present: number | null;
  /** By choice, in the order of the ballot paper; null while hidden (MOT-6). */
  cast: (ChoiceView & Figures)[] | null;
  /** Comparisons with what is missing; those about agreement only where `cast` is shown. */
  lines: VerdictLine[];
}

export interface RollView {
  heads: number;
  area: number;
  frozenAt: number;
  /** sha256 of the roll's canonical text, hex. */
  hash: string;
  /** '业主（同一业主的几套房算一人）' */
  headWords: string;
}

/** What only a drafting screen needs, filled in again when a draft is opened. */
export interface MotionTerms {
  placeId: string;
  subject: Subject;
  membership: Membership | null;
  base: HouseholdsBase | null;
  turnout: Threshold | null;
  options: string[];
  interim: 'shown' | 'hidden';
  applicantHomeId: string | null;
  provenHomeIds: string[];
  agendaItemId: string | null;
  ballot: 'named' | 'secret';
  paper: { precedence: 'first' | 'latest'; settleMinutes: number } | null;
  extension: { days: number } | null;
}

export interface MotionDetail extends Omit<MotionSummary, 'mine'> {
  text: string;
  terms: MotionTerms;
  bodyLabel: string;
  bodyKind: BodyKind;
  subjectLabel: string;
  rule: RuleView;
  choices: ChoiceView[];
  interim: 'shown' | 'hidden';
  proposalTitle: string | null;
  meeting: { id: string; title: string; startsAt: number; checkedIn: boolean; needsPresence: boolean } | null;
  closingChanges: { at: number; from: number; to: number; reason: string }[];
  cancelled: { at: number; reason: string } | null;
  /** Null before the roll is frozen. */
  roll: RollView | null;
  /** The office that had confirmed the local profile when it was announced; null: none had, or not announced (PATH-18). */
  confirmedBy: string | null;
  ballot: 'named' | 'secret';
  /** Of a secret ballot, who can see what, in three sentences; empty for a named one. */
  secretWords: string[];
  /** Null where no paper is taken. */
  paper: PaperTermsView | null;
  /** '截止前参加的人数还不够的话，自动延长3天，只延长一次', or what became of it; null where none was announced (EXT-1). */
  extensionWords: string | null;
  /** Null before announcing, and where paper is taken from the closing to the count (PAP-2). */
  figures: MotionFigures | null;
  verdict: Verdict | null;
  countedAt: number | null;
  resolutionId: string | null;
  /** Set where it would change community rules: read with `charters.ofMotion`. */
  charter: { id: string; hash: string } | null;
  mine: MyVoter[];
  revision: number;
  /** `box`: the ballot box of a secret ballot. `print`: paper ballots and the door list (DOC-6). */
  can: Can<
    'vote' | 'edit' | 'announce' | 'changeClosing' | 'cancel' | 'publish' | 'enterPaper' | 'box' | 'print'
  >;
}

/** The answer to a ballot. `applied` is false where another revision stands: then this is its receipt (CLK-5). */
export interface BallotAnswer extends Receipt {
  /** What its voter keeps: one line of JSON as docs/verify.md specifies it, to be passed on as it is; null in old ballots (BAL-19). */
  signed: string | null;
  applied: boolean;
  closesAt: number;
  resultAt: number;
}

/** A receipt as a page of its own. */
export interface ReceiptView extends BallotAnswer {
  motionId: string;
  motionTitle: string;
  placeName: string;
  voterLabel: string;
  /** A paper that was set aside, and no ballot instead of it: it counts nowhere, and its receipt stays (PAP-10). */
  setAside: boolean;
  /** Everything that this voter's ballot was before, oldest first. */
  earlier: { choiceLabel: string; revision: number; castAt: number; channel: Receipt['channel'] }[];
}

/** The result as it is fixed at the count (RES-1). */
export interface TallyView {
  motionId: string;
  title: string;
  placeName: string;
  worth: WorthView;
  rule: RuleView;
  verdict: Verdict;
  /** What one voter is called beside its figures: 户, 人. */
  unit: string;
  /** '表决通过' */
  outcomeWords: string;
  cast: (ChoiceView & Figures)[];
  all: Figures;
  notVoted: Figures;
  /** Heads that only a ballot by phone made present, where the local profile allows it (ASM-9); `secret`: counted so, and not split off (SECRET-15). */
  presentByPhone: number | 'secret' | null;
  /** Null where no paper was taken. */
  papers: { counted: ChannelHeads; uncounted: UncountedPapers } | null;
  /** The same in words: '投票方式', '手机61户、纸质15户、上门4户'; empty where no paper was taken. */
  paperLines: { label: string; value: string }[];
  countedAt: number;
  rollHash: string;
  /** Published today the result stays in public for `days` at least: until this day (RES-3). */
  publication: { days: number; earliestUntilOn: string };
}
