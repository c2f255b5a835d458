import { createHash } from 'node:crypto';
import { signed } from '../../cloudfunctions/kernel/signing';

type Row = (string | number)[];

/** A bundle as anybody reads it who wants to change it. */
export interface LooseBundle {
  version: string;
  question: { title: string; text: string; options: string[] };
  header: string;
  keyId: string;
  publicKey: string;
  signature: string;
  leaves: Row[];
  silent: Row[];
  weightsSalt: string;
}

export type Forge = (bundle: LooseBundle) => void;

/** The bundle with a change in it, in the very form in which bundles are written. */
export function forged(bundle: string, forge: Forge): string {
  const loose = JSON.parse(bundle) as LooseBundle;
  forge(loose);
  return JSON.stringify(loose);
}

/** Puts another line in the place of the header's line of this name. */
export function rewrite(bundle: LooseBundle, name: string, value: string): void {
  const line = new RegExp(`^${name} .*$`, 'm');
  if (!line.test(bundle.header)) throw new Error(`the header has no ${name}`);
  bundle.header = bundle.header.replace(line, `${name} ${value}`);
}

/** The same by whoever holds the signing key: its signature is right. */
export const resigned =
  (forge: Forge): Forge =>
  (bundle) => {
    forge(bundle);
    Object.assign(bundle, signed(bundle.header));
  };

/** A leaf's row, found by its number. */
export function leafAt({ leaves }: LooseBundle, n: number): Row {
  const row = leaves[n];
  if (!row) throw new Error(`no leaf ${n}`);
  return row;
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
