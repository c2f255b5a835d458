import type { Worth } from '@contract/decision';
import type { Decision } from '../motions/rules/worth';
import type { ActionItem, ResolutionDocument } from './documents';

/** Days after which the author's silence counts as agreement; said when they are asked, with two reminders on the way. */
export const SILENT_DAYS = 7;
export const REMINDERS_AFTER_DAYS = [3, 6] as const;

const WORTH_WORDS: Record<Worth, string> = {
  statutory: '法定表决',
  straw: '预表决，不替代法定表决',
  opinion: '意见征询，不作决定',
};

/** What is published: only what was decided is called a resolution (RES-4, RES-9, RES-10). */
export const PUBLISHED_AS: Record<Decision, string> = {
  passed: '决议公示',
  failed: '表决结果公示',
  nothing: '意见征询结果公示',
};

/** What the vote was worth, in the words that stand on the resolution (RES-4). */
export function worthWords(worth: Worth): string {
  return WORTH_WORDS[worth];
}

/** Whether everything that was to be done is done. */
export function allDone(items: readonly ActionItem[]): boolean {
  return items.length > 0 && items.every((item) => item.state !== 'open');
}

/** The items given back to whoever is responsible (RES-7). */
export function givenBack(items: readonly ActionItem[]): ActionItem[] {
  return items.map((item) => (item.state === 'done' ? { ...item, state: 'open' } : item));
}

/** The first and the last photo of the work: before and after. */
export function photosOf(resolution: Pick<ResolutionDocument, 'items'>): {
  first: string | null;
  last: string | null;
} {
  const photos = resolution.items
    .flatMap((item) => item.progress)
    .sort((a, b) => a.at - b.at)
    .flatMap((step) => step.photos);
  return { first: photos[0] ?? null, last: photos.length > 1 ? (photos.at(-1) ?? null) : null };
}
