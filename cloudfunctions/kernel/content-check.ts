import { openapi } from './cloud';
import type { Context } from './context';
import { describe, log } from './log';
import { carriedOut } from './change';
import { Refusal } from './refusal';

/** Whether others may read a text yet. `review`: an officer decides. `unanswered`: the timer asks again. */
export type Held = null | 'review' | 'unanswered';

/** security.msgSecCheck takes 2,500 characters (platform.md). */
const MAX_CHARACTERS = 2500;
/** Pieces of a longer text overlap, so that no word is cut in two. */
const OVERLAP = 50;

interface CheckAnswer {
  result?: { suggest?: 'pass' | 'review' | 'risky' };
}

/**
 * Asks the platform about what a person wrote. A text that it wants reviewed, or that it does not answer about, is kept but hidden: nothing is lost.
 * @throws Refusal CONTENT_REFUSED for a risky text
 */
export async function checkContent(context: Context, texts: readonly (string | undefined)[]): Promise<Held> {
  const content = texts.filter(Boolean).join('\n');
  if (!content) return null;
  try {
    const held = await suggestionOf(context.actor.openid, content);
    return held && (await carriedOut(context)) ? null : held;
  } catch (refusal) {
    // What was let through once is not asked about again: the answer got lost, not the command (IDM-4).
    if (await carriedOut(context)) return null;
    throw refusal;
  }
}

function piecesOf(content: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from === 0 || from + OVERLAP < content.length; from += MAX_CHARACTERS - OVERLAP) {
    pieces.push(content.slice(from, from + MAX_CHARACTERS));
  }
  return pieces;
}

/** The same for a text that was kept as `unanswered`; `openid` is its author's. */
export async function suggestionOf(openid: string, content: string): Promise<Held> {
  const answers = await Promise.all(piecesOf(content).map((piece) => suggestionOn(openid, piece)));
  return answers.find((held) => held === 'review') ?? answers.find((held) => held !== null) ?? null;
}

async function suggestionOn(openid: string, content: string): Promise<Held> {
  let suggest: string | undefined;
  try {
    const check = { openid, scene: 2, version: 2, content };
    const answer = (await openapi.security.msgSecCheck(check)) as CheckAnswer | undefined;
    suggest = answer?.result?.suggest;
  } catch (error) {
    log('error', 'content check did not answer', { ...describe(error), stack: undefined });
    return 'unanswered';
  }
  if (suggest === 'risky') throw new Refusal('CONTENT_REFUSED');
  return suggest === 'pass' ? null : suggest === 'review' ? 'review' : 'unanswered';
}

/**
 * For what an office announces to everybody at once: it passes or it does not go out; the phone keeps the draft.
 * @throws Refusal CONTENT_REFUSED where the platform wants it looked at, CONTENT_UNCHECKED where it does not answer
 */
export async function requirePassed(context: Context, texts: readonly (string | undefined)[]): Promise<void> {
  const held = await checkContent(context, texts);
  if (held) throw new Refusal(held === 'review' ? 'CONTENT_REFUSED' : 'CONTENT_UNCHECKED');
}
