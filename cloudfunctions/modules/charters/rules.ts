import type { Article, ArticleDifference, CharterKind } from '@contract/charters';
import type { Outcome, Subject, Worth } from '@contract/decision';
import type { PlaceKind } from '@contract/places';

interface KindTerms {
  /** Of the vote that changes it (MOT-8). */
  subject: Subject;
  places: readonly PlaceKind[];
}

const MANAGED: readonly PlaceKind[] = ['estate', 'park', 'office-building'];

const TERMS: Record<CharterKind, KindTerms> = {
  'self-government-charter': { subject: 'self-government-charter', places: ['community'] },
  'owners-charter': { subject: 'owners-charter', places: MANAGED },
  'owners-procedure': { subject: 'owners-procedure', places: MANAGED },
  'yard-rules': {
    subject: 'yard-matter',
    places: ['area', 'community', 'village-group', ...MANAGED, 'building', 'unit'],
  },
};

export const subjectOf = (kind: CharterKind) => TERMS[kind].subject;
export const belongsAt = (kind: CharterKind, place: PlaceKind) => TERMS[kind].places.includes(place);

/** Self-government charters are filed with the street or township (居委会组织法 31, 村委会组织法 31). */
export const needsFiling = (kind: CharterKind) => kind === 'self-government-charter';

interface Decided {
  worth: Worth;
  outcome: Outcome;
}

/**
 * Whether a vote makes its draft the rules: carried, and worth it. Where a statute names the body only a statutory vote does; the
 * yard's own rules know no better vote than the yard's own, and an opinion poll decides nothing anywhere (CHART-3).
 */
export function makesRules(kind: CharterKind, { worth, outcome }: Decided): boolean {
  return outcome === 'passed' && (kind === 'yard-rules' ? worth !== 'opinion' : worth === 'statutory');
}

/** What the vote can do at best. */
export function canMakeRules(kind: CharterKind, worth: Worth): boolean {
  return makesRules(kind, { worth, outcome: 'passed' });
}

const placed = (articles: readonly Article[]) =>
  new Map(articles.map(({ id, text }, n) => [id, { number: n + 1, text }]));

/** Two versions article by article, in the order of the later one; what was taken out stands where it stood (CHART-5). */
export function differenceOf(before: readonly Article[], after: readonly Article[]): ArticleDifference[] {
  const old = placed(before);
  const now = placed(after);
  const lines: ArticleDifference[] = [];
  let passed = 0;
  const removedUpTo = (end: number) => {
    for (; passed < end; passed += 1) {
      const gone = before[passed];
      if (!gone || now.has(gone.id)) continue;
      lines.push({ state: 'removed', before: { number: passed + 1, text: gone.text }, after: null });
    }
  };
  for (const { id, text } of after) {
    const stood = old.get(id) ?? null;
    if (stood) removedUpTo(stood.number);
    const state = !stood ? 'added' : stood.text === text ? 'same' : 'changed';
    lines.push({ state, before: stood, after: now.get(id) ?? null });
  }
  removedUpTo(before.length);
  return lines;
}

/** Whether both say the same in the same order. */
export function sameArticles(one: readonly Article[], other: readonly Article[]): boolean {
  return one.length === other.length && one.every(({ text }, n) => other[n]?.text === text);
}
