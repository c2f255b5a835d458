import type { CharterDetail, CharterDraft, MotionCharter } from '@contract/charters';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { conveningLaw } from '../motions/drafting';
import * as office from '../motions/policy/office';
import { motions } from '../motions/repository';
import { changeOf } from './change-of';
import type { CharterDocument } from './documents';
import { maySee } from './policy';
import { charterDrafts, charters, charterVersions, DRAFTS } from './repository';
import { detailView, draftView, motionCharterView } from './views';

/** The changes that this person sees: drafts are the offices' own until their vote is announced (SEC-11). */
async function draftsOf(
  { actor, now }: Context,
  charter: CharterDocument,
): Promise<Pick<CharterDetail, 'drafts' | 'earlierDrafts'>> {
  const latest = await charterDrafts.ofCharter(charter._id);
  const drafts = latest.slice(0, DRAFTS);
  const votes = await Promise.all(drafts.map(({ _id }) => motions.byId(store, _id)));
  const seen = drafts.flatMap((draft, n): CharterDraft[] => {
    const motion = votes[n];
    return motion && office.maySee(actor, now, motion) === null ? [draftView(draft, motion, now)] : [];
  });
  return { drafts: seen, earlierDrafts: latest.length > DRAFTS };
}

export async function presentCharter(context: Context, id: string): Promise<CharterDetail> {
  const { actor, now } = context;
  const charter = found(await charters.byId(store, id));
  enforce(maySee(actor, now, charter.path));
  const [version, drafts] = await Promise.all([
    charterVersions.byNumber(store, id, charter.versions.length),
    draftsOf(context, charter),
  ]);
  return detailView(actor, now, charter, { articles: found(version).articles, ...drafts });
}

/** The change that a motion is about, beside the version that it changes. */
export async function presentOfMotion(context: Context, motionId: string): Promise<MotionCharter> {
  const { actor, now } = context;
  const motion = found(await motions.byId(store, motionId));
  enforce(office.maySee(actor, now, motion));
  const change = await changeOf(motionId);
  const { conveners } = await conveningLaw(motion, now);
  return motionCharterView(now, {
    ...change,
    motion,
    mayDraft: office.mayEdit(actor, now, motion, conveners),
  });
}
