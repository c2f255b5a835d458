import { z } from 'zod';
import { command, query } from './call';
import type { Verdict, Worth } from './decision';
import type { Can, Page } from './envelope';
import { clientId, cursor, day, id, photos, revision, text } from './fields';
import { OFFICES, type Office } from './roles';
import type { TimelineLine } from './timeline';

export interface ActionItemView {
  id: string;
  title: string;
  responsible: { label: string; personId: string };
  dueOn: string;
  overdue: boolean;
  state: 'open' | 'done' | 'confirmed';
  progress: { at: number; by: string; text: string; photos: string[]; done: boolean }[];
  can: Can<'report' | 'reassign'>;
}

export interface ResolutionSummary {
  id: string;
  title: string;
  placeName: string;
  outcome: Verdict['outcome'];
  worth: Worth;
  stage: 'publishing' | 'doing' | 'done' | 'closed';
  publishedAt: number;
  publishedUntilOn: string;
  firstPhoto: string | null;
  lastPhoto: string | null;
}

export interface ResolutionDetail extends ResolutionSummary {
  placeId: string;
  text: string;
  motionId: string;
  proposalId: string | null;
  /** The result with every figure and article, fixed at the count. */
  verdict: Verdict;
  /** What one voter is called beside its figures: 户, 人. */
  unit: string;
  /** Whether the day of the notice board is over. */
  publicationOver: boolean;
  items: ActionItemView[];
  closed: { at: number; how: 'confirmed' | 'silent' | 'nothing-to-do' } | null;
  /** From this day the author's silence counts as agreement; set once they were asked. */
  silentOn: string | null;
  reopened: { at: number; reason: string }[];
  timeline: TimelineLine[];
  revision: number;
  can: Can<'addItem' | 'confirm' | 'reopen'>;
}

const PUBLISHING: Office[] = ['secretary', 'residents-committee', 'villagers-committee', 'owners-committee'];
const officers = { roles: PUBLISHING, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
/** Also an office that proposed without a home there, or a neighbour who has moved away (RES-7). */
const author = { roles: ['person'], relation: 'author' } as const;

export const resolutionCalls = {
  'resolutions.publish': command(
    officers,
    z.strictObject({ clientId, motionId: id, text: text(3000, '决议内容'), publishedUntilOn: day }),
  ).returns<ResolutionDetail>(),
  'resolutions.addItem': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      title: text(60, '要办的事'),
      personId: id,
      officeId: id,
      dueOn: day,
    }),
  ).returns<ResolutionDetail>(),
  'resolutions.reassign': command(
    officers,
    z.strictObject({ clientId, id, itemId: id, revision, personId: id, officeId: id }),
  ).returns<ResolutionDetail>(),
  'resolutions.report': command(
    { roles: [...OFFICES], relation: 'responsible' },
    z.strictObject({
      clientId,
      id,
      itemId: id,
      revision,
      text: text(500, '进展'),
      photos,
      /** Set when the work is finished; then a photo is needed. */
      done: z.boolean().default(false),
    }),
  ).returns<ResolutionDetail>(),
  'resolutions.confirm': command(
    author,
    z.strictObject({ clientId, id, revision }),
  ).returns<ResolutionDetail>(),
  'resolutions.reopen': command(
    author,
    z.strictObject({ clientId, id, revision, reason: text(300, '没办好的地方') }),
  ).returns<ResolutionDetail>(),
  'resolutions.list': query(visible, z.strictObject({ placeId: id, cursor })).returns<
    Page<ResolutionSummary>
  >(),
  'resolutions.detail': query(visible, z.strictObject({ id })).returns<ResolutionDetail>(),
};
