import type { Inclusion, Seal } from '@contract/seals';
import { keyIdOf } from '../../../kernel/signing';
import type { Leaf } from '../rules/seal-text';
import type { CountSealDocument } from './documents';

const CODE_DIGITS = 12;

/** Neither parts nor salts: they open what the leaves only commit to (SEAL-5). */
export function sealView({ header, root, publicKey, signature, ballots }: CountSealDocument): Seal {
  const code = root.slice(0, CODE_DIGITS).toUpperCase();
  return { header, root, code, keyId: keyIdOf(publicKey), publicKey, signature, ballots };
}

export function leafView(leaf: Leaf, index: number, path: string[]): NonNullable<Inclusion['leaf']> {
  const { voter, revision, commitment, origin, weight } = leaf;
  return { voter, revision, commitment, origin, weight, index, path };
}
