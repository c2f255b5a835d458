import type { VoterDocument } from '@contract/documents';
import { change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found, Refusal } from '../../kernel/refusal';
import type { MotionDocument } from '../motions/documents';
import { maySee } from '../motions/policy/office';
import { phaseOf } from '../motions/policy/phase';
import { motions } from '../motions/repository';
import { type Group, voterAlone, type Voters, votersOfBuilding, votersOfMotion } from './gather/groups';
import { voteFacts } from './gather/vote';
import type { Asked } from './papers';
import { mayMakeVoterPapers, reachesGroup } from './policy';
import { doorListBlocks, takenListBlocks } from './rules/door-list';
import type { Draft } from './rules/paper';
import { paperBallotsBlocks } from './rules/paper-ballots';
import { type PaperVoter, partOf, partsOf, PER_FILE } from './rules/voters';

/** The announced vote, for an office that may make papers of its voters. */
export async function votedMotion(context: Context, id: string): Promise<MotionDocument> {
  const { actor, now } = context;
  const motion = found(await motions.byId(store, id));
  enforce(maySee(actor, now, motion));
  enforce(mayMakeVoterPapers(actor, now, { ...motion, phase: phaseOf(motion, now) }));
  return motion;
}

interface Chosen {
  group: Group;
  /** All that the paper is about, of which `part` is one file. */
  all: PaperVoter[];
  voters: PaperVoter[];
  part: Draft['part'];
}

function isAsked({ kind, groupId, entryId }: Asked) {
  return (voter: PaperVoter): boolean => {
    if (entryId !== null) return voter.entryId === entryId;
    return voter.groupId === groupId && (kind === 'paper-ballots' || !voter.voted);
  };
}

/** No more than the paper is about: of 5,000 voters it names one building's. */
function votersOf(motion: MotionDocument, { groupId, entryId }: Asked): Promise<Voters> {
  if (entryId !== null) return voterAlone(motion, entryId);
  return groupId === null ? votersOfMotion(motion) : votersOfBuilding(motion, groupId);
}

async function chosen(
  context: Context,
  motion: MotionDocument,
  kind: VoterDocument,
  asked: Asked,
): Promise<Chosen> {
  const { groups, voters } = await votersOf(motion, asked);
  const all = voters.filter(isAsked(asked));
  const groupId = all[0] ? all[0].groupId : asked.groupId;
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw new Refusal('DOCUMENT_PART');
  if (!reachesGroup(context.actor, context.now, group.path)) throw new Refusal('NOT_ALLOWED');
  const here = partOf(kind, all, asked.part);
  if (here.length === 0) throw new Refusal('DOCUMENT_PART');
  return { group, all, voters: here, part: { number: asked.part, of: partsOf(kind, all.length) } };
}

/** Writes who made which paper of which voters, in numbers: before it goes out, and once for each command (DOC-6). */
async function recorded(context: Context, motion: MotionDocument, asked: Asked, { group, voters }: Chosen) {
  await change(context, async () => ({
    subject: { kind: 'motion', id: motion._id },
    path: motion.path,
    facts: { paper: asked.kind, group: group.id, part: asked.part, voters: voters.length },
  }));
}

function apartOf({ group, part }: Chosen): string[] {
  return part && part.of > 1 ? [group.name, `第${part.number}份`] : [group.name];
}

export async function paperBallots(context: Context, asked: Asked): Promise<Draft> {
  const motion = await votedMotion(context, asked.id);
  const { bothUsed, ...vote } = await voteFacts(motion, context.now);
  // Signed at the door it would count for nothing, and its voter would not know (PAP-1).
  if (bothUsed === null) throw new Refusal('PAPER_NOT_TAKEN');
  // One ballot for one voter by name would be theirs alone to recognise.
  if (vote.secret && asked.entryId !== null) throw new Refusal('DOCUMENT_PART');
  const made = await chosen(context, motion, 'paper-ballots', asked);
  await recorded(context, motion, asked, made);
  const apart = asked.entryId === null ? apartOf(made) : made.voters.map(({ label }) => label);
  const blocks = paperBallotsBlocks({ ...vote, bothUsed }, made.voters);
  return { name: '纸质表决票', title: motion.title, apart, part: made.part, blocks };
}

export async function doorList(context: Context, asked: Asked): Promise<Draft> {
  const motion = await votedMotion(context, asked.id);
  const made = await chosen(context, motion, 'door-list', asked);
  const vote = await voteFacts(motion, context.now);
  await recorded(context, motion, asked, made);
  const from = (asked.part - 1) * PER_FILE['door-list'];
  const list = { groupName: made.group.name, voters: made.voters, from, madeAt: context.now };
  const blocks = vote.secret ? takenListBlocks(vote, list) : doorListBlocks(vote, list);
  const name = vote.secret ? '领票名单' : '入户名单';
  return { name, title: motion.title, apart: apartOf(made), part: made.part, blocks };
}
