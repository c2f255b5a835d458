import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { importOf, presentImport } from '../place';
import { decideRefusal } from '../policy';
import { namesakes, versions } from '../repository';
import { canBeSame } from '../rules/namesakes';

/** Somebody says of names that stand in several homes whether each is one person; who and when is kept (ROLL-3, REG-5). */
export async function decideNamesakes(
  context: Context,
  input: CallInput<'members.decideNamesakes'>,
): Promise<ImportView> {
  const { now } = context;
  const by = context.actor.personId;
  await change(context, async (transaction) => {
    const version = await importOf(context, transaction, input.importId);
    enforce(decideRefusal(version));
    let { undecided } = version;
    for (const { id, same } of new Map(input.decisions.map((one) => [one.id, one])).values()) {
      const group = found(await namesakes.byId(transaction, id));
      if (group.contentId !== version.contentId) throw new Refusal('NOT_FOUND');
      if (same && !canBeSame(group.members)) throw new Refusal('IMPORT_NAMESAKES');
      if (group.decision === null) undecided -= 1;
      const decision = same ? ('same' as const) : ('different' as const);
      await namesakes.put(transaction, { ...group, decision, decidedBy: by, decidedAt: now });
    }
    const restDifferent = input.restDifferent ? { by, at: now } : version.restDifferent;
    await versions.put(transaction, {
      ...version,
      ...{ undecided, restDifferent, revision: version.revision + 1 },
    });
    const facts = { decided: input.decisions.length, restDifferent: input.restDifferent };
    return { subject: { kind: 'register-import', id: version._id }, path: version.path, facts };
  });
  return presentImport(context, input.importId);
}
