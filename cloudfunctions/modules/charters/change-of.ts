import type { ArticleDifference } from '@contract/charters';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import type { MotionDocument } from '../motions/documents';
import { hashOfArticles } from './content';
import type { CharterDocument, CharterDraftDocument } from './documents';
import { charterDrafts, charters, charterVersions } from './repository';
import { differenceOf } from './rules';

/** The change that a vote is about, beside the version that it changes. */
export interface ChangeOfRules {
  charter: CharterDocument;
  draft: CharterDraftDocument;
  difference: ArticleDifference[];
}

/** @throws Refusal NOT_FOUND where the vote changes no rules */
export async function changeOf(motionId: string): Promise<ChangeOfRules> {
  const draft = found(await charterDrafts.ofMotion(store, motionId));
  const charter = found(await charters.byId(store, draft.charterId));
  const base = found(await charterVersions.byNumber(store, charter._id, draft.base));
  return { charter, draft, difference: differenceOf(base.articles, draft.articles) };
}

/**
 * The change of an announced vote, for what is printed; null where it changes no rules.
 * @throws Error where the words in the draft are not those that the announcement bound by their hash (CHART-7)
 */
export async function boundChangeOf({ _id, charter: bound }: MotionDocument): Promise<ChangeOfRules | null> {
  if (!bound) return null;
  const change = await changeOf(_id);
  const { charter, draft } = change;
  const previous = charter.versions[draft.base - 1]?.hash ?? null;
  const hash = hashOfArticles(charter._id, draft.articles, previous);
  if (hash !== bound.hash) throw new Error(`the change of ${_id} is not what was announced`);
  return change;
}
