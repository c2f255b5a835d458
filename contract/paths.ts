import { z } from 'zod';
import { command, query } from './call';
import { BODIES, type Body } from './decision';
import type { Can } from './envelope';
import { clientId, day, id, photos, text } from './fields';
import type { WorthView } from './motion-views';
import { OFFICES } from './roles';

/** Steps that an office records: the day, who answers for it, a proof (PATH-13). */
export const RECORDED_STEPS = [
  'party-discussion', // 社区党组织研究讨论
  'party-proposal', // 四议: 村党组织提议
  'two-committees', // 四议: 村“两委”商议
  'party-members', // 四议: 党员大会审议
  'committee-told', // 告知居民委员会
  'filing', // 章程、公约备案
] as const;
export type RecordedStep = (typeof RECORDED_STEPS)[number];

/** Steps that the data prove by themselves: they are never typed a second time (PATH-13). */
export type DerivedStep = 'notice' | 'agenda' | 'roll' | 'vote' | 'publication' | 'implementation';
export type PathStep = RecordedStep | DerivedStep;

/** What was recorded of a step, standing or set aside (PATH-15). */
export interface PathRecordView {
  id: string;
  /** 'YYYY-MM-DD' in +08:00. */
  doneOn: string;
  /** Who answers for it, as it was written: '幸福社区党委 陈书记'. */
  responsible: string;
  text: string;
  photos: string[];
  by: string;
  at: number;
  /** Set once it was corrected or taken back. */
  setAside: { at: number; by: string; reason: string; how: 'corrected' | 'withdrawn' } | null;
}

export interface PathStepView {
  step: PathStep;
  title: string;
  /** '《城市居民委员会组织法》第三十条'; empty where no text asks for it. */
  article: string;
  /** Who does it: '社区党组织'. */
  whose: string;
  /** missing: the next step is refused until it is there; optional: no law asks for it. */
  state: 'done' | 'now' | 'later' | 'missing' | 'optional';
  /** '2026-03-05' once it is done. */
  doneOn: string | null;
  /** How it was proved, or what to do. */
  words: string;
  /** The page that shows it, or null. */
  link: string | null;
  record: PathRecordView | null;
  /** What stood before, and what stands for another meeting (`setAside` is null then), oldest first. */
  earlier: PathRecordView[];
  can: Can<'record' | 'correct' | 'withdraw'>;
}

/** The lawful path of one matter before one body, in the order of its steps (PATH-12). */
export interface PathBoard {
  matterId: string;
  title: string;
  /** The place of the matter, whose local profile holds. */
  placeId: string;
  placeName: string;
  body: Body;
  bodyLabel: string;
  /** What the board can be read for, where no vote has settled the body yet. */
  bodies: { body: Body; label: string }[];
  worth: WorthView | null;
  /** Whether missing steps stop this vote: it is statutory (PATH-17). */
  enforced: boolean;
  words: string;
  /** The meeting that its steps are recorded for (PATH-20); null: there is none, or this person may not see it. */
  meetingId: string | null;
  /** Whose local profile holds here, in a sentence. */
  profileWords: string;
  steps: PathStepView[];
}

const officers = {
  roles: ['street-officer', 'secretary', 'residents-committee', 'villagers-committee', 'owners-committee'],
  relation: 'office-place',
} as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

const said = {
  doneOn: day,
  responsible: text(40, '负责人'),
  text: text(500, '说明'),
  photos: photos.refine((given) => given.length > 0, '请拍一张会议记录或文件的照片'),
};
/** Of a proposal, or of a motion that has none. */
const matter = { clientId, matterId: id };

export const pathCalls = {
  'paths.board': query(
    visible,
    z.strictObject({ matterId: id, body: z.enum(BODIES).nullable().default(null) }),
  ).returns<PathBoard>(),
  'paths.record': command(
    officers,
    z.strictObject({
      ...matter,
      step: z.enum(RECORDED_STEPS, '请选择是哪一步'),
      /** As the board named it; null: the one that is coming. Of a step of the matter it is not asked. */
      meetingId: id.nullable().default(null),
      ...said,
    }),
  ).returns<PathBoard>(),
  'paths.correct': command(
    officers,
    z.strictObject({ ...matter, recordId: id, reason: text(200, '更正的理由'), ...said }),
  ).returns<PathBoard>(),
  'paths.withdraw': command(
    officers,
    z.strictObject({ ...matter, recordId: id, reason: text(200, '撤回的理由') }),
  ).returns<PathBoard>(),
};
