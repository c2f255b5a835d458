import type { ChannelHeads, UncountedPapers } from '@contract/motions';
import type { MotionDocument, Paper, PaperDocument } from './documents';
import { sameSheet } from './policy/paper';
import { ballots, papers } from './repository';

const NONE: UncountedPapers = {
  unconfirmed: 0,
  differed: 0,
  rejected: 0,
  withdrawn: 0,
  objected: 0,
  outrun: 0,
};

/** All papers that a voter ever had; one that was entered anew once, as what it came to in the end. */
const allOf = (paper: PaperDocument): Paper[] =>
  [...paper.earlier, paper].filter((one, n, all) => !all.slice(n + 1).some((later) => sameSheet(one, later)));

const reasonOf = ({ state }: Paper): keyof UncountedPapers =>
  state === 'entered' ? 'unconfirmed' : state === 'confirmed' ? 'outrun' : state;

/**
 * How many ballots came by which channel, and how many papers do not count and why (PAP-11); null where no paper was taken. Of the
 * papers of one voter at most one is their ballot, so that those that were checked and are not are the rest.
 */
export async function paperFiguresOf(
  motion: MotionDocument,
): Promise<{ counted: ChannelHeads; uncounted: UncountedPapers } | null> {
  if (!motion.paper) return null;
  const [channels, all] = await Promise.all([ballots.channels(motion._id), papers.ofMotion(motion._id)]);
  const counted: ChannelHeads = { phone: 0, paper: 0, door: 0 };
  for (const { channel, heads } of channels) counted[channel] += heads;
  const uncounted = { ...NONE };
  for (const paper of all.flatMap(allOf)) uncounted[reasonOf(paper)] += 1;
  uncounted.outrun -= counted.paper + counted.door;
  return { counted, uncounted };
}
