import type { Bundle, Leaf } from './bundle';
import { sha256 } from './hashes';
import type { Header } from './header';

/** The text of a leaf (docs/verify.md). */
export function leafText(motion: string, { voter, revision, commitment, origin, weight }: Leaf): string {
  return (
    `yard-leaf-1\nmotion ${motion}\nvoter ${voter}\nrevision ${revision}\n` +
    `commitment ${commitment}\norigin ${origin}\nweight ${weight}\n`
  );
}

type Opened = NonNullable<Leaf['opened']>;

/** Whether choice and salt are what the ballot was committed to. */
export function choiceOpens({ motion, roll }: Header, leaf: Leaf, { choice, salt }: Opened): boolean {
  const { voter, revision, commitment } = leaf;
  const text =
    `yard-commitment-1\nmotion ${motion}\nroll ${roll}\nvoter ${voter}\n` +
    `revision ${revision}\nchoice ${choice}\nsalt ${salt}\n`;
  return sha256(text) === commitment;
}

/** Whether area and channel are what the leaf was committed to. */
export function weightOpens({ motion }: Header, leaf: Leaf, { area, channel, weightSalt }: Opened): boolean {
  const text =
    `yard-weight-1\nmotion ${motion}\nvoter ${leaf.voter}\n` +
    `area ${area}\nchannel ${channel}\nsalt ${weightSalt}\n`;
  return sha256(text) === leaf.weight;
}

/** The hash over the weights of everybody on the roll, those who voted and those who did not. */
export function rollWeights(
  motion: string,
  leaves: readonly Leaf[],
  roll: NonNullable<Bundle['roll']>,
): string {
  const voted = leaves.map(({ voter, opened }) => ({ voter, area: opened?.area ?? 0 }));
  const everybody = [...voted, ...roll.silent].sort((a, b) => (a.voter < b.voter ? -1 : 1));
  const rows = everybody.map(({ voter, area }) => `weight ${voter} ${area}\n`);
  return sha256(`yard-weights-1\nmotion ${motion}\nsalt ${roll.salt}\n${rows.join('')}`);
}

/** The hash of the question as it was put. */
export function questionHash({ title, text, options }: Bundle['question']): string {
  const offered = options.map((option) => `option ${sha256(option)}\n`);
  return sha256(`yard-question-1\ntitle ${sha256(title)}\ntext ${sha256(text)}\n${offered.join('')}`);
}
