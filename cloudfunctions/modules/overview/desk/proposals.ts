import type { DeskItem } from '@contract/overview';
import { DESK_OFFICES, HOLDER_OFFICES } from '@contract/proposals';
import { CONVENING_OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { officesNow } from '../../../kernel/person';
import { opinions } from '../../discussion/repository';
import { claims } from '../../members/repository';
import type { ProposalDocument } from '../../proposals/documents';
import { mayCloseHandled, mayDesk } from '../../proposals/policy';
import { type DeskWait, proposals } from '../../proposals/repository';
import { authorName } from '../../proposals/views';
import { links } from '../links';
import { type DeskSource, LIMIT, waiting } from './scope';

/** Offices that a matter can be given to and that have no desk of their own for what is being handled. */
const GIVEN_TO = HOLDER_OFFICES.filter((office) => !DESK_OFFICES.some((one) => one === office));

function itemOf(proposal: ProposalDocument, detail: string, since: number): DeskItem {
  const { _id: id, title, placeName } = proposal;
  return { id, title, detail, placeName, since, ...waiting, link: links.proposal(id) };
}

async function waits(
  placeId: string,
  wait: DeskWait,
  itemFor: (proposal: ProposalDocument) => DeskItem,
): Promise<DeskItem[]> {
  return (await proposals.waitingIn(placeId, wait, LIMIT)).map(itemFor);
}

/** What the caller's own offices were given, where they sort nothing (PRO-12). */
async function given({ actor, now }: Context, placeId: string): Promise<DeskItem[]> {
  const offices = officesNow(actor, now).map(({ office }) => office);
  const rows = await proposals.givenTo(placeId, offices, LIMIT);
  return rows
    .filter((one) => mayCloseHandled(actor, now, one) === null && mayDesk(actor, now, one.path) !== null)
    .map((one) => itemOf(one, `交给${one.holder.label}办理`, one.holder.since));
}

async function heldTexts(placeId: string): Promise<DeskItem[]> {
  const [ofProposals, ofOpinions] = await Promise.all([
    proposals.held(placeId, 0, LIMIT),
    opinions.held(placeId, 0, LIMIT),
  ]);
  const link = links.heldTexts(placeId);
  const texts = [
    ...ofProposals.map((held) => ({ ...held, title: held.title, by: authorName(held) })),
    ...ofOpinions.map((held) => ({ ...held, title: held.text.slice(0, 30), by: held.authorName })),
  ];
  return texts.map(({ _id: id, title, by, placeName, createdAt: since }) => {
    return { id, title, detail: `${by}写的，等您审核`, placeName, since, ...waiting, link };
  });
}

async function pendingClaims(placeId: string): Promise<DeskItem[]> {
  const { items } = await claims.inPlace(placeId, 'pending', null);
  return items.map(({ _id: id, homeLabel: title, personName, createdAt: since }) => {
    const detail = `${personName}申请认领`;
    return { id, title, detail, placeName: '', since, ...waiting, link: links.claims };
  });
}

/** What neighbours have asked for. */
export const proposalSources: DeskSource[] = [
  {
    task: 'triage',
    label: '待分类的提议',
    offices: DESK_OFFICES,
    find: (_context, placeId) =>
      waits(placeId, 'triage', (one) => itemOf(one, `${authorName(one)}提出`, one.createdAt)),
  },
  {
    task: 'appeal',
    label: '待处理的申诉',
    offices: DESK_OFFICES,
    find: (_context, placeId) =>
      waits(placeId, 'appeal', (one) =>
        itemOf(one, one.appeal?.reason ?? '', one.appeal?.at ?? one.updatedAt),
      ),
  },
  {
    task: 'held-text',
    label: '待审核的文字',
    offices: DESK_OFFICES,
    find: (_context, placeId) => heldTexts(placeId),
  },
  {
    task: 'claim',
    label: '待审核的房屋认领',
    offices: ['secretary', 'grid-worker'],
    find: (_context, placeId) => pendingClaims(placeId),
  },
  {
    task: 'handling',
    label: '正在办理的公事家事',
    offices: DESK_OFFICES,
    find: (_context, placeId) =>
      waits(placeId, 'handling', (one) => itemOf(one, `由${one.holder.label}办理`, one.holder.since)),
  },
  { task: 'handling', label: '交给您办的公事家事', offices: GIVEN_TO, find: given },
  {
    task: 'schedule',
    label: '等开会的共事',
    offices: CONVENING_OFFICES,
    find: (_context, placeId) =>
      waits(placeId, 'schedule', (one) => itemOf(one, '还没有列入会议', one.holder.since)),
  },
];
