import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { signingKeyId } from '../../../kernel/signing';
import { seals } from '../../audit/repository';
import { motions } from '../../motions/repository';
import { maySee } from '../../resolutions/policy';
import { presentResolution } from '../../resolutions/present';
import { resolutions } from '../../resolutions/repository';
import { type Anchor, anchorText } from '../rules/anchor';
import type { ResultFacts } from '../rules/resolution';
import { issuerOfVote } from './issuer';
import { pageCode, textCode } from './pictures';
import { voteFacts } from './vote';

const PAGE = 'packages/resolutions/detail/index';

async function anchorOf(motionId: string, rollHash: string): Promise<Anchor> {
  const head = await seals.head(store);
  const seal = head && { number: head.number, hash: head.hash };
  return { motionId, rollHash, keyId: signingKeyId(), seal };
}

/** What the papers of a published result say. @throws Refusal NOT_FOUND for whoever does not see the resolution */
export async function resultFacts(context: Context, id: string): Promise<ResultFacts> {
  const resolution = found(await resolutions.byId(store, id));
  enforce(maySee(context.actor, context.now, resolution.path));
  const motion = found(await motions.byId(store, resolution.motionId));
  const [vote, view, issuer, page] = await Promise.all([
    voteFacts(motion, context.now),
    presentResolution(context, id),
    issuerOfVote(motion, context.now),
    pageCode(PAGE, id),
  ]);
  if (!vote.tally) throw new Error('a published motion has its result');
  const anchor = await anchorOf(motion._id, vote.tally.rollHash);
  const anchorCode = await textCode(anchorText(anchor));
  return { vote, tally: vote.tally, resolution: view, issuer, anchor, pageCode: page, anchorCode };
}
