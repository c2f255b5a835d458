import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { clientId, id } from './fields';
import { OFFICES } from './roles';

/** A sealed count as everybody who may see the motion sees it (SEAL-1, SEAL-3); texts and hashes as docs/verify.md has them. */
export interface Seal {
  /** The text that was signed; it holds the figures and no ballot. */
  header: string;
  /** Hex, 64 digits. */
  root: string;
  /** The first twelve digits of the root, in upper case: short enough to be read out and compared. */
  code: string;
  keyId: string;
  publicKey: string;
  signature: string;
  ballots: number;
}

/** What shows that the caller's mark is among the sealed ones of a secret vote; of the choice there is nothing to show. */
export interface MarkInclusion {
  seal: Seal;
  /** Null where the seal has no mark of this voter. */
  mark: { voter: string; commitment: string; index: number; path: string[] } | null;
}

export interface SealView {
  motionId: string;
  /** Null where the motion was counted before counts were sealed. */
  seal: Seal | null;
  /** `public`, `full`: whether the caller may download that version. */
  can: Can<'public' | 'full'>;
}

/** What shows that the caller's own ballot is among the sealed ones; nothing of it tells what was chosen, or the weight. */
export interface Inclusion {
  seal: Seal;
  /** Null where the seal has nothing of this voter. */
  leaf: {
    voter: string;
    revision: number;
    commitment: string;
    /** aside: a paper that was set aside, and no ballot instead of it (PAP-10). */
    origin: 'receipt' | 'sealing' | 'aside';
    /** Commitment to area and channel. */
    weight: string;
    /** From 0. */
    index: number;
    /** What the leaf is joined with on its way to the root, the lowest first. */
    path: string[];
  } | null;
}

/** A bundle that lies in storage, under a name that nobody can guess. */
export interface BundleFile {
  fileId: string;
  /** What to call it on the phone or computer. */
  name: string;
  /** Bytes */
  size: number;
}

const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

export const sealCalls = {
  'motions.seal': query(visible, z.strictObject({ id })).returns<SealView>(),
  'motions.inclusion': query(
    { roles: visible.roles, relation: 'on-roll' },
    z.strictObject({ motionId: id, entryId: id }),
  ).returns<Inclusion>(),
  'motions.markInclusion': query(
    { roles: visible.roles, relation: 'on-roll' },
    z.strictObject({ motionId: id, entryId: id }),
  ).returns<MarkInclusion>(),
  'motions.export': command(
    { ...visible, perTenMinutes: 10 },
    z.strictObject({
      clientId,
      id,
      version: z.enum(['public', 'full'], '请选择公开版或完整版'),
      as: z.enum(['json', 'csv'], '请选择文件格式'),
    }),
  ).returns<BundleFile>(),
};
