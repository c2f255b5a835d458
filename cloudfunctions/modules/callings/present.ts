import type { CallingsView, CallingView } from '@contract/callings';
import type { Body } from '@contract/decision';
import type { ErrorCode } from '@contract/errors';
import { type Context, personOf } from '../../kernel/context';
import { OFFICE_WORDS } from '../../kernel/offices';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { DAY_MS } from '../motions/rules/days';
import { BODY_LABELS } from '../motions/words';
import type { ProposalDocument } from '../proposals/documents';
import { maySee } from '../proposals/policy';
import { proposals } from '../proposals/repository';
import { supportOf } from '../proposals/support';
import type { CallingDocument, CallSignatureDocument } from './documents';
import { announcedSince, convenersAt, type Ground, groundOf, signersOf } from './gather';
import { answerDenial, collectDenial, unsignDenial } from './policy';
import { callings, signatures } from './repository';
import { counts, demandLines, type Signers } from './rules';

const NAMES_SHOWN = 12;

/** The caller's signature as it would be, through all their homes in the place. */
export function signatureOf(
  context: Context,
  { _id: callingId }: { _id: string },
  { place }: Ground,
): CallSignatureDocument {
  const person = personOf(context);
  const none = { homeIds: [], ownerKeys: [], residentKeys: [] };
  const { homeIds, ownerKeys, residentKeys } =
    supportOf(person, { _id: callingId, placeId: place._id }, context.now) ?? none;
  return {
    _id: signatures.idOf(callingId, person._id),
    ...{ callingId, personId: person._id, personName: person.name },
    ...{ homeIds, ownerKeys, residentKeys, createdAt: context.now },
  };
}

/** Whether the caller is one of those whose demand the law hears (CALL-1). */
export function signerDenial(mine: CallSignatureDocument, body: Body, signers: Signers): ErrorCode | null {
  return counts(body, { ...signers, given: [mine] }) ? null : 'CALL_NOT_COUNTED';
}

function answerView(calling: CallingDocument | null): CallingView['answer'] {
  if (!calling?.answer) return null;
  const { reason, by, at } = calling.answer;
  return { reason, by, at };
}

async function callingView(
  context: Context,
  proposal: ProposalDocument,
  ground: Ground,
  body: Body,
): Promise<CallingView | null> {
  const { actor, now } = context;
  const id = callings.idOf(proposal._id, body);
  const [calling, signers, conveners] = await Promise.all([
    callings.byId(store, id),
    signersOf(id, body, ground, now),
    convenersAt(ground.place.path, body, now),
  ]);
  const lines = calling?.reached?.lines ?? demandLines(body, signers);
  // Where nobody can be counted, as in a delegates' meeting without delegates, there is nothing to sign.
  if (lines.length === 0) return null;
  const inOrder = [...signers.given].sort((a, b) => a.createdAt - b.createdAt);
  const mine = signers.signed.some(({ personId }) => personId === actor.personId);
  const reachedAt = calling?.reached?.at ?? null;
  const days = reachedAt === null ? null : Math.floor((now - reachedAt) / DAY_MS);
  const announced = calling?.state === 'reached' && (await announcedSince(calling));
  const sign =
    collectDenial(proposal, calling) ??
    signerDenial(signatureOf(context, { _id: id }, ground), body, signers);
  return {
    ...{ body, bodyLabel: BODY_LABELS[body], placeName: ground.place.name, lines, mine, reachedAt, days },
    state: announced ? 'announced' : (calling?.state ?? 'collecting'),
    signatures: inOrder.length,
    fallen: signers.signed.length - inOrder.length,
    names: inOrder.slice(0, NAMES_SHOWN).map(({ personName }) => personName),
    convener: conveners.map((office) => OFFICE_WORDS[office]).join('或'),
    answer: answerView(calling),
    can: {
      sign,
      unsign: unsignDenial(calling, mine),
      answer: answerDenial(actor, now, ground.place.path, conveners, calling),
    },
  };
}

/** The matter, for whoever may see it. @throws Refusal NOT_FOUND */
export async function matterOf({ actor, now }: Context, proposalId: string): Promise<ProposalDocument> {
  const proposal = found(await proposals.byId(store, proposalId));
  enforce(maySee(actor, now, proposal));
  return proposal;
}

/** Each body that can be demanded about a matter, with how far its demand is. */
export async function presentCallings(context: Context, proposalId: string): Promise<CallingsView> {
  const proposal = await matterOf(context, proposalId);
  const ground = await groundOf(proposal, context.now);
  if (!ground) return { items: [] };
  const views = await Promise.all(ground.bodies.map((body) => callingView(context, proposal, ground, body)));
  return { items: views.flatMap((view) => view ?? []) };
}
