import type { CallInput } from '@contract/calls';
import type { DocumentKind, PrintedDocument } from '@contract/documents';
import type { Context } from '../../kernel/context';
import { Refusal } from '../../kernel/refusal';
import { presentWhole as minutesRecord } from '../minutes/present';
import { meetingFacts } from './gather/meeting';
import { proxyFacts } from './gather/proxy';
import { resultFacts } from './gather/result';
import { changingVote } from './gather/changing-vote';
import { minutesRefusal, noticeRefusal } from './policy';
import { meetingNoticeBlocks } from './rules/meeting-notice';
import { minutesBlocks, printedMinutes } from './rules/minutes';
import { type Draft, paperOf } from './rules/paper';
import { proxyFormBlocks } from './rules/proxy-form';
import { noticeName, publicNoticeBlocks } from './rules/public-notice';
import { resolutionBlocks, resultName } from './rules/resolution';
import { sheetBlocks } from './rules/rules-change';
import { doorList, paperBallots } from './voter-papers';

export type Asked = Omit<CallInput<'documents.show'>, 'clientId'>;

type Source = (context: Context, asked: Asked) => Promise<Draft>;

const SOURCES: Record<DocumentKind, Source> = {
  async resolution(context, { id }) {
    const facts = await resultFacts(context, id);
    return { name: resultName(facts.tally), title: facts.vote.title, blocks: resolutionBlocks(facts) };
  },
  async 'public-notice'(context, { id }) {
    const facts = await resultFacts(context, id);
    return { name: noticeName(facts.tally), title: facts.vote.title, blocks: publicNoticeBlocks(facts) };
  },
  async 'meeting-notice'(context, { id }) {
    const facts = await meetingFacts(context, id, noticeRefusal);
    return { name: '会议通知', title: facts.meeting.title, blocks: meetingNoticeBlocks(facts) };
  },
  async minutes(context, { id }) {
    const facts = await meetingFacts(context, id, minutesRefusal);
    const record = await minutesRecord(context, id);
    const minutes = printedMinutes(record);
    if (!minutes) throw new Refusal('DOCUMENT_NOT_READY');
    return { name: '会议纪要', title: facts.meeting.title, blocks: minutesBlocks(facts, minutes, record) };
  },
  async 'rules-change'(context, { id }) {
    const vote = await changingVote(context, id);
    return { name: '改动对照', title: vote.title, blocks: sheetBlocks(vote) };
  },
  async 'proxy-form'(context, { id, entryId }) {
    const { title, ...facts } = await proxyFacts(context, id, entryId);
    const apart = facts.voterLabel === null ? [] : [facts.voterLabel];
    return { name: '委托书', title, apart, blocks: proxyFormBlocks(facts) };
  },
  'paper-ballots': paperBallots,
  'door-list': doorList,
};

/** Only papers that name voters come by group, voter and part: what else is asked for would be silently passed over. */
function requireFitting({ kind, groupId, entryId, part }: Asked): void {
  const ofVoters = kind === 'paper-ballots' || kind === 'door-list';
  const ofVoter = ofVoters || kind === 'proxy-form';
  if (!ofVoters && (groupId !== null || part !== 1)) throw new Refusal('DOCUMENT_PART');
  if (!ofVoter && entryId !== null) throw new Refusal('DOCUMENT_PART');
  if (kind === 'door-list' && entryId !== null) throw new Refusal('DOCUMENT_PART');
}

/**
 * The paper that was asked for, as the page shows it and the Word file holds it (DOC-11).
 * @throws Refusal what the caller may not see, or what is not there to be printed yet
 */
export async function printed(context: Context, asked: Asked): Promise<PrintedDocument> {
  requireFitting(asked);
  return paperOf(asked.kind, await SOURCES[asked.kind](context, asked), context.now);
}
