import type { BallotDocument } from '../motions/documents';
import { labelOf } from '../motions/words';
import { store } from '../../kernel/reader';
import { OFFICE_WORDS } from '../../kernel/offices';
import type { PersonDocument } from '../../kernel/person';
import { motions } from '../motions/repository';
import type { BallotMarkDocument } from '../motions/secret/documents';
import { receiptCode } from '../motions/secret/mark';
import type { NominationDocument } from '../nominations/documents';
import { decryptPhone } from '../members/secrets';
import type { Grant, ProxyDocument } from '../proxies/documents';
import { scopeWords, stateWords } from '../proxies/words';
import { COPIED, stored } from './repository';
import { volunteerRows } from './volunteer-copy';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** '2026-03-02 09:00' in +08:00: a copy is kept, so the year belongs to it. */
const time = (at: number | null): string | null =>
  at === null ? null : new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

async function ballotRow(ballot: BallotDocument) {
  const motion = await motions.byId(store, ballot.motionId);
  return {
    表决: motion?.title ?? null,
    投的是: motion && labelOf(ballot.choice, motion),
    时间: time(ballot.castAt),
    回执码: ballot.receipt,
    由谁代投: ballot.proxy?.holderName ?? null,
    改过几次: ballot.history.length,
  };
}

/** That they voted; what they chose is kept with nobody (SECRET-4). */
const grants = (documents: readonly ProxyDocument[], mine: (grant: Grant) => boolean) =>
  documents.flatMap(({ label, grants: all }) =>
    all.filter(mine).map((grant) => ({
      投票人: label,
      委托人: grant.principalName,
      受托人: grant.holderName,
      范围: scopeWords(grant.meetingId !== null),
      状态: stateWords(grant.state),
      时间: time(grant.givenAt),
    })),
  );

function personRows(person: PersonDocument) {
  return {
    称呼: person.name,
    手机号: person.phoneCipher === null ? null : decryptPhone(person._id, person.phoneCipher),
    注册时间: time(person.createdAt),
    同意的说明: { 版本: person.consent.version, 时间: time(person.consent.at) },
    房屋: person.ties.map(({ label, relation, since }) => ({
      房屋: label,
      关系: RELATIONS[relation],
      从: time(since),
    })),
    离开的房屋: (person.formerTies ?? []).map(({ label, untilAt }) => ({ 房屋: label, 到: time(untilAt) })),
    职务: [...person.offices, ...(person.formerSeats ?? [])].map(
      ({ placeName, office, fromAt, untilAt }) => ({
        ...{ 地方: placeName, 职务: OFFICE_WORDS[office], 从: time(fromAt), 到: time(untilAt) },
      }),
    ),
  };
}

/** That they voted; what they chose is kept with nobody (SECRET-4). */
async function markRow(mark: BallotMarkDocument) {
  const motion = await motions.byId(store, mark.motionId);
  return { 表决: motion?.title ?? null, 时间: time(mark.castAt), 回执码: receiptCode(mark) };
}

const nominationRow = ({ name, reasons: [own] }: NominationDocument) => ({
  ...{ 被提名的人: name, 理由: own?.text ?? null, 时间: time(own?.at ?? null) },
});

/** What they said or signed in meetings, on rolls and on repairs. */
async function saidBy(id: string): Promise<object> {
  const [demands, challenges, corrections, signatures, nominated, agreed, sessions, repairs] =
    await Promise.all([
      ...([stored.demands(id), stored.challenges(id), stored.corrections(id)] as const),
      ...([stored.signatures(id), stored.nominated(id), stored.agreed(id)] as const),
      ...([stored.sessions(id), stored.repairs(id)] as const),
    ]);
  const own = <T extends { personId: string }>(rows: readonly T[]) =>
    rows.filter(({ personId }) => personId === id);
  return {
    联名要求开会: demands.map(({ createdAt }) => ({ 时间: time(createdAt) })),
    名册异议: challenges.map(({ homeLabel, text, raisedAt, earlier }) => ({
      ...{ 房屋: homeLabel, 内容: text, 时间: time(raisedAt), 以前提过: earlier.map((one) => one.text) },
    })),
    会议建议: own(sessions.flatMap(({ suggestions }) => suggestions)).map(({ text, at }) => ({
      ...{ 内容: text, 时间: time(at) },
    })),
    会议记录更正: corrections.map(({ wrong, should, at }) => ({ 原文: wrong, 应为: should, 时间: time(at) })),
    会议记录确认: signatures.map(({ number, at }) => ({ 版本: number, 时间: time(at) })),
    提名: nominated.map(nominationRow),
    同意的提名: agreed.map(({ name, consent }) => ({ 被提名的人: name, 时间: time(consent?.at ?? null) })),
    抢修异议: own(repairs.flatMap(({ objections }) => objections)).map(({ text, at }) => ({
      ...{ 内容: text, 时间: time(at) },
    })),
  };
}

/** Everything that is stored about a person, under headings that they can read (KEEP-1). */
export async function copyOf(person: PersonDocument): Promise<object> {
  const { _id: id } = person;
  const [claims, messages, proposals, supports, opinions, attendances, cast, marked, given, held] =
    await Promise.all([
      ...([stored.claims(id), stored.messages(id), stored.proposals(id)] as const),
      ...([stored.supports(id), stored.opinions(id), stored.attendances(id)] as const),
      ...([stored.ballots(id), stored.marks(id), stored.given(id), stored.held(id)] as const),
    ]);
  return {
    说明: `这里是坝坝会保存的您的信息，每一类最多列${COPIED}条。照片没有放进来，可以在小程序里看。`,
    ...personRows(person),
    认领申请: claims.map(({ homeLabel, registerName, note, state, createdAt }) => ({
      ...{
        房屋: homeLabel,
        登记姓名: registerName,
        说明: note,
        结果: CLAIM_WORDS[state],
        时间: time(createdAt),
      },
    })),
    提议: proposals.map(({ title, text, createdAt }) => ({ 标题: title, 内容: text, 时间: time(createdAt) })),
    附议: supports.map(({ proposalId, createdAt }) => ({ 提议编号: proposalId, 时间: time(createdAt) })),
    意见: opinions.map(({ text, createdAt }) => ({ 内容: text, 时间: time(createdAt) })),
    会议报到: attendances.map(({ meetingId, at }) => ({ 会议编号: meetingId, 时间: time(at) })),
    ...(await saidBy(id)),
    ...(await volunteerRows(id, time)),
    投票: await Promise.all(cast.map(ballotRow)),
    无记名投票: await Promise.all(marked.map(markRow)),
    给出的委托: grants(given, ({ principalId }) => principalId === id),
    接受的委托: grants(held, ({ holderId }) => holderId === id),
    消息: messages.map(({ title, body, createdAt }) => ({ 标题: title, 内容: body, 时间: time(createdAt) })),
  };
}

const RELATIONS = {
  owner: '业主',
  'co-owner': '共有人',
  'household-member': '家里人',
  tenant: '租户',
} as const;
const CLAIM_WORDS = {
  pending: '等核对',
  accepted: '已通过',
  refused: '没有通过',
  withdrawn: '已撤回',
} as const;
