/** What the receipt of a secret ballot commits to: that the voter voted (docs/verify.md); hex in lower case. */
export interface MarkCommitted {
  motionId: string;
  rollHash: string;
  pseudonym: string;
  salt: string;
}

/** One mark as the seal has it. */
export interface MarkLeaf {
  voter: string;
  commitment: string;
}

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('');

export function markText({ motionId, rollHash, pseudonym, salt }: MarkCommitted): string {
  return lines('yard-mark-1', `motion ${motionId}`, `roll ${rollHash}`, `voter ${pseudonym}`, `salt ${salt}`);
}

export function markLeafText(motionId: string, { voter, commitment }: MarkLeaf): string {
  return lines('yard-mark-leaf-1', `motion ${motionId}`, `voter ${voter}`, `commitment ${commitment}`);
}

/** All ballots in the order of the export: what the header's figures are the sums of. */
export function choicesText(motionId: string, choices: readonly string[]): string {
  return lines('yard-choices-1', `motion ${motionId}`, ...choices.map((choice) => `choice ${choice}`));
}

/** Who of the roll has no mark, by pseudonym, in ascending order: none can be put in another's place afterwards (SECRET-14). */
export function silentText(motionId: string, silent: readonly string[]): string {
  return lines('yard-silent-1', `motion ${motionId}`, ...silent.map((voter) => `voter ${voter}`));
}
