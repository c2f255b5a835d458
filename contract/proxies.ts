import { z } from 'zod';
import { command, query } from './call';
import type { Choice } from './decision';
import { clientId, id, photos, text } from './fields';
import type { PaperVoter } from './paper-views';
import type {
  EndedProxy,
  HeldVote,
  MotionProxies,
  PossibleHolder,
  ProxyPaperRow,
  ProxySlip,
} from './proxy-views';
import { OFFICES, PAPER_OFFICES } from './roles';

export type * from './proxy-views';

const voters = { roles: ['resident', ...OFFICES], relation: 'on-roll' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const own = { roles: ['resident', ...OFFICES], relation: 'self' } as const;
const officers = { roles: PAPER_OFFICES, relation: 'office-place' } as const;
const notSelf = { roles: PAPER_OFFICES, relation: 'not-self', perTenMinutes: 200 } as const;

const choice = z
  .string()
  .regex(/^(yes|no|abstain|none-of-them|option:[1-9]\d?)$/, '请选择一项')
  .transform((value) => value as Choice);

/** The code of a slip, as people type it: the server takes small letters, blanks and hyphens too. */
const code = text(20, '委托码');
const onVoter = { clientId, motionId: id, entryId: id };
const named = { clientId, proxyId: id, number: z.int().min(1) };
const paper = {
  /** False: this vote alone. */
  wholeMeeting: z.boolean(),
  holderId: id,
};

export const proxyCalls = {
  'proxies.ofMotion': query(visible, z.strictObject({ motionId: id })).returns<MotionProxies>(),
  'proxies.offer': command(
    voters,
    z.strictObject({ ...onVoter, wholeMeeting: z.boolean(), holderName: text(20, '受托人的称呼') }),
  ).returns<MotionProxies>(),
  // Guessing a code is slowed down like that of a letterbox.
  'proxies.slip': query({ ...own, perTenMinutes: 20 }, z.strictObject({ code })).returns<ProxySlip>(),
  'proxies.accept': command({ ...own, perTenMinutes: 20 }, z.strictObject({ clientId, code })).returns<{
    items: HeldVote[];
  }>(),
  /** By whoever gave it: taken back; by the holder: handed back. */
  'proxies.end': command(own, z.strictObject(named)).returns<{ ended: boolean }>(),
  'proxies.held': query(own, z.strictObject({})).returns<{ items: HeldVote[]; ended: EndedProxy[] }>(),
  'proxies.cast': command(
    own,
    z.strictObject({
      ...onVoter,
      choice,
      /** The revision of the ballot that the holder cast before; 0 where none. */
      replaces: z.int().min(0).max(100_000),
    }),
  ).returns<HeldVote>(),
  'proxies.enterPaper': command(
    notSelf,
    z.strictObject({
      ...onVoter,
      ...paper,
      photos: photos.refine((given) => given.length > 0, '请拍下签了字的委托书'),
    }),
  ).returns<ProxyPaperRow>(),
  'proxies.confirmPaper': command(notSelf, z.strictObject({ ...named, ...paper })).returns<ProxyPaperRow>(),
  'proxies.rejectPaper': command(
    notSelf,
    z.strictObject({ ...named, reason: text(200, '退回的理由') }),
  ).returns<ProxyPaperRow>(),
  'proxies.papers': query(officers, z.strictObject({ motionId: id })).returns<{ items: ProxyPaperRow[] }>(),
  'proxies.voters': query(officers, z.strictObject({ motionId: id, search: text(30, '房号') })).returns<{
    items: PaperVoter[];
    more: boolean;
  }>(),
  'proxies.holders': query(officers, z.strictObject({ motionId: id, name: text(20, '姓名') })).returns<{
    items: PossibleHolder[];
    more: boolean;
  }>(),
};
