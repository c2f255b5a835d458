import type { MessageIntent } from '@contract/messages';
import type { TimelineNote } from '@contract/timeline';
import type { Office } from '@contract/roles';
import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { persons } from '../members/repository';
import type { ProposalDocument } from './documents';

export function proposalLink(id: string): string {
  return `/packages/proposals/detail/index?id=${id}`;
}

/** Who hears of new proposals and appeals: the secretary and the grid workers of the place. */
export async function deskOf(path: readonly string[], now: number): Promise<string[]> {
  const held = await persons.over(store, path, ['secretary', 'grid-worker'], now);
  return [...new Set(held.map((holder) => holder.person._id))];
}

/** Who hears of a matter that was given to their office in its place (PRO-12). */
export async function holdersOf(
  office: Office | null | undefined,
  path: readonly string[],
  now: number,
): Promise<string[]> {
  if (!office) return [];
  const held = await persons.over(store, path, [office], now);
  return [...new Set(held.map((holder) => holder.person._id))];
}

type Told = Pick<MessageIntent, 'title' | 'body'> & { to: readonly string[] };

function messageOf(proposal: ProposalDocument, told: Told): MessageIntent[] {
  if (told.to.length === 0) return [];
  const { title, body } = told;
  return [
    { audience: { persons: [...told.to] }, kind: 'proposal', title, body, link: proposalLink(proposal._id) },
  ];
}

export interface Happening {
  kind: TimelineNote['kind'];
  title: string;
  detail?: string;
  photos?: string[];
  facts?: Record<string, unknown>;
  /** Who is told; the one who acts is not told what they did. */
  tell?: Told;
  /** Others who are told in other words. */
  tellOthers?: Told;
}

/** The change of a proposal as its timeline shows it. */
export function happened(context: Context, proposal: ProposalDocument, what: Happening): Change {
  const { kind, title, detail = '', photos = [], facts = {}, tell, tellOthers } = what;
  const messages = [tell, tellOthers].flatMap((told) => {
    const to = told?.to.filter((personId) => personId !== context.actor.personId) ?? [];
    return told ? messageOf(proposal, { ...told, to }) : [];
  });
  return {
    subject: { kind: 'proposal', id: proposal._id },
    path: proposal.path,
    matterId: proposal._id,
    timeline: { kind, title, detail, photos, link: proposalLink(proposal._id) },
    facts,
    messages,
  };
}
