import { createHmac } from 'node:crypto';
import { PAPER_OFFICES } from '@contract/roles';
import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found, Refusal } from '../../kernel/refusal';
import { secretFor } from '../../kernel/signing';
import { seals } from '../audit/repository';
import { persons } from '../members/repository';
import { motionLink } from './announcement';
import type { MotionDocument, PaperDocument } from './documents';
import type { PaperCase } from './paper-ballot';
import { maySee } from './policy/office';
import { ownPaperDenial } from './policy/paper';
import { voterIn, voterRefusal } from './policy/voter';
import { motions, papers, rollEntries } from './repository';
import { auditWords } from './rules/receipt-text';

interface Named {
  motionId: string;
  entryId: string;
}

/** The motion and the voter that a call on a paper names. @throws Refusal NOT_FOUND for what the caller may not see (SEC-11) */
export async function readCase(context: Context, { motionId, entryId }: Named): Promise<PaperCase> {
  const [known, entry, head] = await Promise.all([
    motions.byId(store, motionId),
    rollEntries.byId(store, entryId),
    seals.head(store),
  ]);
  const motion = found(known);
  enforce(maySee(context.actor, context.now, motion));
  const { roll } = motion;
  if (!roll || entry?.rollId !== roll.id) throw new Refusal('NOT_FOUND');
  return { motion, rollHash: roll.hash, entry, audit: auditWords(head) };
}

/**
 * The call with its input's hash under a key: the audit entry keeps that hash, and of three choices anybody finds the one that a
 * plain hash was made of (AUD-2). The command's id goes in too, so that two equal papers do not have equal hashes.
 */
export function withSealedInput(context: Context, motionId: string): Context {
  const key = secretFor('yard paper input 1', motionId);
  return {
    ...context,
    inputHash: createHmac('sha256', key)
      .update(context.commandId + context.inputHash)
      .digest('hex'),
  };
}

/** Whoever may stand for the voter. */
export async function peopleOf({ motion, entry }: Pick<PaperCase, 'motion' | 'entry'>): Promise<string[]> {
  if (entry.kind === 'delegates') return entry.keys;
  const near = await persons.ofHomes(entry.homeIds);
  const may = near.filter((person) => voterRefusal(voterIn(motion, person), entry) === null);
  return may.map(({ _id }) => _id);
}

/**
 * Who else could check a paper of this voter, told when the first one comes to wait in a motion: one message for each of some hundred
 * papers would be read by nobody.
 */
export async function checkersOf({ actor, now }: Context, { motion, entry }: PaperCase): Promise<string[]> {
  const { items } = await papers.page(motion._id, ['entered'], 'asc', null);
  if (items.length > 0) return [];
  const holders = await persons.over(store, motion.path, PAPER_OFFICES, now);
  const others = holders.filter(
    ({ person }) =>
      person._id !== actor.personId &&
      ownPaperDenial({ openid: person.openid, personId: person._id, person }, motion, entry) === null,
  );
  return [...new Set(others.map(({ person }) => person._id))];
}

export interface Told {
  persons: string[];
  title: string;
  body: string;
}

export const papersLink = (motionId: string) => `/packages/paper-ballots/papers/index?id=${motionId}`;

/** A change of a paper: never on a timeline, told to the voter's people and to officers only. Facts carry no choice (AUD-2). */
export function paperChange(
  motion: MotionDocument,
  { _id, entryId, number, state, channel }: PaperDocument,
  { voters, officers }: { voters?: Told; officers?: Told } = {},
): Change {
  const messageTo = ({ persons: names, title, body }: Told, link: string) =>
    names.length === 0 ? [] : [{ audience: { persons: names }, kind: 'motion' as const, title, body, link }];
  return {
    subject: { kind: 'paper', id: _id },
    path: motion.path,
    matterId: motion.proposalId ?? motion._id,
    facts: { motionId: motion._id, entryId, number, state, channel },
    messages: [
      ...(voters ? messageTo(voters, motionLink(motion._id)) : []),
      ...(officers ? messageTo(officers, papersLink(motion._id)) : []),
    ],
  };
}
