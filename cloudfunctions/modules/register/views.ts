import type { ImportChange, ImportView, NamesakeView, VersionLine } from '@contract/register-import';
import type {
  GoneHome,
  ImportedHome,
  NamesakeDocument,
  RegisterDocument,
  VersionDocument,
} from './documents';
import * as policy from './policy';
import { areaText } from './rules/compare';
import { canBeSame } from './rules/namesakes';

/** Of one name; the rest is counted. */
const HOMES_SHOWN = 30;

export function versionLine(version: VersionDocument): VersionLine {
  const { _id: id, state, fileName, createdByName, createdAt, committedByName, committedAt } = version;
  const { hash, problemCount, counts } = version;
  const who = { createdByName, createdAt, committedByName, committedAt };
  return { id, state, fileName, ...who, homes: counts.homes, hash, problemCount };
}

export function importView(
  version: VersionDocument,
  register: RegisterDocument,
  placeName: string,
): ImportView {
  const { placeId, sheet, counts, difference, newPlaces, problems, notes, revision } = version;
  const applying = version.state === 'applying' && register.currentId === version._id;
  return {
    ...versionLine(version),
    ...{ placeId, placeName, sheet, counts, difference, newPlaces, problems, notes, revision },
    namesakes: {
      total: version.namesakes,
      undecided: version.undecided,
      restDifferent: version.restDifferent !== null,
    },
    progress: applying ? { done: register.applied, total: version.batches } : null,
    can: {
      commit: policy.commitRefusal(version, register),
      continue: policy.continueRefusal(version),
      decide: policy.decideRefusal(version),
      drop: policy.dropRefusal(version),
      repeat: policy.repeatRefusal(version),
    },
  };
}

export function changeView(home: ImportedHome): ImportChange {
  const { homeId, label, kind, changes, area, owners } = home;
  const summary = `${areaText(area)}㎡ · ${owners.map(({ name }) => name).join('、')}`;
  return { homeId, label, kind: kind === 'added' ? 'added' : 'changed', changes, summary };
}

export function goneView({ homeId, label }: GoneHome): ImportChange {
  return { homeId, label, kind: 'gone', changes: [], summary: '' };
}

export function namesakeView(group: NamesakeDocument, version: VersionDocument): NamesakeView {
  const { _id: id, name, members, samePhone, decision, decidedAt } = group;
  const decide = policy.decideRefusal(version);
  return {
    ...{ id, name, samePhone, decision, decidedAt },
    homeCount: members.length,
    homes: members
      .slice(0, HOMES_SHOWN)
      .map(({ label, key, given, known }) => ({ label, key: given ? key : null, known })),
    can: { same: decide ?? (canBeSame(members) ? null : 'IMPORT_NAMESAKES'), different: decide },
  };
}
