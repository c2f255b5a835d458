import type { ChannelHeads, PaperState, UncountedPapers } from '@contract/motions';
import { chinaTime } from '../../kernel/wording';
import type { BallotDocument, MotionDocument, Paper, PaperDocument } from './documents';
import { settledAt } from './rules/clock';
import { HEAD_UNITS } from './words';

type Termed = Pick<MotionDocument, 'paper' | 'closesAt'>;

/** Of a ballot that an objection brought back. */
const BROUGHT_BACK = 'objection:';

/** Names a paper among the revisions of its ballot; no phone can send such a client id. */
export const paperMark = ({ _id, number }: Pick<PaperDocument, '_id' | 'number'>) => `paper:${_id}:${number}`;
export const objectionMark = ({ _id, number }: Pick<PaperDocument, '_id' | 'number'>) =>
  `${BROUGHT_BACK}${_id}:${number}`;

/** Which ballot counts where a voter used both, in one half of a sentence (PAP-1, PAP-8). */
export const ruleWords = ({ paper }: Pick<MotionDocument, 'paper'>) =>
  paper?.precedence === 'first' ? '以最先投的为准' : '以最后投的为准';

/** What a voter reads of paper before voting (PAP-1). */
export function termsWords(motion: Termed): string {
  const until = chinaTime(settledAt(motion));
  return (
    `这次也收纸质票，截止前交给工作人员或上门登记都算。手机和纸质都投了的，只算一票，${ruleWords(motion)}。` +
    `登记了您的纸质票会通知您，不是您的意思，${until}以前都可以说。`
  );
}

/** Whether a paper was set aside by then: it, and not the order, is why the phone's counts. */
const objectedTo = ({ clientId, setAside }: Pick<BallotDocument, 'clientId' | 'setAside'>) =>
  setAside || clientId.startsWith(BROUGHT_BACK);

const onPaper = ({ channel = 'phone' }: Pick<BallotDocument, 'channel'>) => channel !== 'phone';

/** Which ballot of a voter counts and why, where they used both; null where there is nothing to say (PAP-8). */
export function channelWords(motion: Pick<MotionDocument, 'paper'>, ballot: BallotDocument): string | null {
  if (ballot.setAside) return '纸质票已经作废，没有计入。';
  if (ballot.proxy)
    return `由受托人${ballot.proxy.holderName}按委托代投。您自己再投一次，就以您自己投的为准。`;
  const papers = ballot.history.filter(onPaper);
  if (onPaper(ballot)) {
    const both = papers.length < ballot.history.length;
    return both ? `纸质票已计入，您手机上的那一票不再计：${ruleWords(motion)}。` : '纸质票已计入。';
  }
  if ([...ballot.history, ballot].some(objectedTo)) return '纸质票已经作废，您手机上的这一票照样算。';
  return papers.length > 0 ? `手机上的这一票已计入，纸质票不再计：${ruleWords(motion)}。` : null;
}

/** Why somebody's own ballot for a voter is not the one that counts: a paper came, and then another of the voter's people (BAL-26). */
export function replacedWords(
  motion: Pick<MotionDocument, 'paper'>,
  own: number,
  after: readonly Pick<BallotDocument, 'channel' | 'castAt'>[],
  { name, castAt }: { name: string; castAt: number },
): string {
  const came = after.some(onPaper) ? '后来登记了你们这一票的纸质票，' : '后来';
  return `您${chinaTime(own)}投的不再计：${came}${name}${chinaTime(castAt)}又在手机上投了。同一票只算一次，${ruleWords(motion)}。`;
}

const STATE_WORDS: Record<PaperState, string> = {
  entered: '等第二个人核对',
  confirmed: '已核对',
  differed: '两次登记不一致，要重新登记',
  rejected: '已退回',
  withdrawn: '登记的人撤回了',
  objected: '投票人说不是自己的意思，已作废',
};

export const stateWords = (state: PaperState): string => STATE_WORDS[state];

/** What a paper means for its voter now. */
export function myPaperWords(
  motion: MotionDocument,
  paper: PaperDocument,
  ballot: BallotDocument | null,
): string {
  const own: Record<PaperState, string> = {
    entered: '要等第二位工作人员核对，核对以后才算。',
    confirmed: outrunWords(motion),
    differed: '两位工作人员登记得不一样，还没有计入，会重新登记。',
    rejected: `没有计入。原因：${paper.reason ?? ''}`,
    withdrawn: '登记的人撤回了，没有计入。',
    objected: '您家说这不是你们的意思，已经作废，不计入。',
  };
  const counts = paper.state === 'confirmed' && ballot?.clientId === paperMark(paper);
  if (counts) return channelWords(motion, ballot) ?? own.confirmed;
  // An earlier one, which is on the receipt: this one's words alone would say that nothing counts.
  return ballot && onPaper(ballot) ? `${own[paper.state]}${EARLIER_COUNTS}` : own[paper.state];
}

const EARLIER_COUNTS = '以前核对过的那张纸质票照样算。';

const outrunWords = (motion: MotionDocument) =>
  `纸质票核对过了，但这一票算的是另一次投的：${ruleWords(motion)}。`;

/** What the voter's people are told once a paper was checked: which ballot counts and why (PAP-8, PAP-10). */
export function confirmedWords(
  motion: MotionDocument,
  { written }: Paper,
  ballot: BallotDocument | null,
): string {
  const says = written && ballot ? (channelWords(motion, ballot) ?? '') : outrunWords(motion);
  return `${says}不是您的意思，${chinaTime(settledAt(motion))}以前可以说。`;
}

const CHANNELS: [keyof ChannelHeads, string][] = [
  ['phone', '手机'],
  ['paper', '纸质'],
  ['door', '上门'],
];
const REASONS: [keyof UncountedPapers, string][] = [
  ['unconfirmed', '没有第二个人核对'],
  ['differed', '两次登记不一致'],
  ['rejected', '核对时退回'],
  ['withdrawn', '登记的人撤回'],
  ['objected', '投票人说不是自己的意思'],
  ['outrun', '同一户另一次投的算数'],
];

/** By which channel and how many by proxy the ballots came, never by choice, and which papers do not count and why (PAP-11, PROXY-9). */
export function resultLines(motion: Pick<MotionDocument, 'papers' | 'bodyKind' | 'byProxy'>) {
  const { byProxy = 0, bodyKind } = motion;
  const entrusted =
    byProxy > 0 ? [{ label: '委托投票', value: `其中${byProxy}${HEAD_UNITS[bodyKind]}由受托人代投` }] : [];
  return [...paperLines(motion), ...entrusted];
}

function paperLines({ papers, bodyKind }: Pick<MotionDocument, 'papers' | 'bodyKind'>) {
  if (!papers) return [];
  const { counted, uncounted } = papers;
  const channels = CHANNELS.flatMap(([channel, label]) =>
    counted[channel] > 0 ? [`${label}${counted[channel]}${HEAD_UNITS[bodyKind]}`] : [],
  );
  const not = REASONS.flatMap(([key, words]) => (uncounted[key] > 0 ? [`${words}${uncounted[key]}张`] : []));
  return [
    ...(channels.length > 0 ? [{ label: '投票方式', value: channels.join('、') }] : []),
    ...(not.length > 0 ? [{ label: '没有计入的纸质票', value: not.join('、') }] : []),
  ];
}
