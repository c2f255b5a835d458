import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds } from '../../kernel/person';
import type { RegisterDocument, VersionDocument } from './documents';

const IMPORTERS: Office[] = ['secretary', 'administrator'];

interface At {
  kind: PlaceKind;
  path: readonly string[];
}

/** A register is the offices' business; in another community it looks as if it were not there (SEC-11). */
export function maySeeRegister(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  if (holds(actor, now, IMPORTERS, path)) return null;
  return belongsTo(actor, now, path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
}

export function mayImport(actor: Actor, now: number, place: At, isRoot: boolean): ErrorCode | null {
  return maySeeRegister(actor, now, place.path) ?? (isRoot ? null : 'PLACE_KIND_WRONG');
}

export const mayPrintSlips = (actor: Actor, now: number, path: readonly string[]): ErrorCode | null =>
  holds(actor, now, ['secretary'], path) ? null : 'NOT_ALLOWED';

type Version = Pick<
  VersionDocument,
  'state' | 'problemCount' | 'undecided' | 'restDifferent' | 'comparedWith'
>;
type Register = Pick<RegisterDocument, 'revision' | 'applying'>;

const inPreview = ({ state }: Version): ErrorCode | null => (state === 'preview' ? null : 'IMPORT_STAGE');

/** All or nothing, nothing undecided, and nothing that has changed since it was compared (REG-3, REG-5, REG-7). */
export function commitRefusal(version: Version, register: Register): ErrorCode | null {
  if (inPreview(version)) return 'IMPORT_STAGE';
  if (version.problemCount > 0) return 'IMPORT_HAS_PROBLEMS';
  if (register.applying) return 'REGISTER_APPLYING';
  if (register.revision !== version.comparedWith) return 'IMPORT_OUTDATED';
  return version.undecided > 0 && version.restDifferent === null ? 'IMPORT_NAMESAKES' : null;
}

export const decideRefusal = (version: Version): ErrorCode | null =>
  inPreview(version) ?? (version.problemCount > 0 ? 'IMPORT_HAS_PROBLEMS' : null);

export const dropRefusal = inPreview;

export const continueRefusal = ({ state }: Version): ErrorCode | null =>
  state === 'applying' ? null : 'IMPORT_STAGE';

export const repeatRefusal = ({ state }: Version): ErrorCode | null =>
  state === 'former' || state === 'current' ? null : 'IMPORT_STAGE';
