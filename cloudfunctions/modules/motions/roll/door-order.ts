import { Refusal } from '../../../kernel/refusal';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { rollEntries } from '../repository';
import { naturalOrder } from '../rules/natural-order';

const byLabel = (a: RollEntryDocument, b: RollEntryDocument) =>
  naturalOrder(a.label, b.label) || (a._id < b._id ? -1 : 1);

/** Voters of the frozen roll in the order in which people walk by, those whose label or homes have the words. */
export async function votersOnRoll(
  { roll }: MotionDocument,
  search: string | undefined,
): Promise<RollEntryDocument[]> {
  if (!roll) throw new Refusal('NOT_FOUND');
  const words = (search ?? '').split(/\s+/).filter(Boolean);
  const has = (entry: RollEntryDocument) =>
    [entry.label, ...entry.homeLabels].some((label) => words.every((word) => label.includes(word)));
  return (await rollEntries.ofRoll(roll.id)).filter(has).sort(byLabel);
}
