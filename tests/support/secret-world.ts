import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Choice } from '@contract/decision';
import { type CollectionName, collections } from '../../config/collections';
import type { BallotChoiceDocument } from '../../cloudfunctions/modules/motions/secret/documents';
import { downloaded } from './bundles';
import { documentsOf } from './documents';
import { startTestCloud, type TestCloud } from './local-cloud';
import type { Detail, PersonKey } from './motions';
import { freshIdsAnew, type SmallCommunity, smallCommunity } from './persons';
import { contentOf, type SecretCalls, secretCallsOf } from './secret-ballots';

/** What twelve voters choose: six on the phone, six in the box. */
export interface Chosen {
  phones: [PersonKey, Choice][];
  box: Record<string, number>;
}

export const ROOMS = [1, 2].flatMap((unit) => [101, 102, 202].map((room) => `2栋${unit}单元${room}`));

/** Which twelve vote: their vote, open at the cloud's clock, and by what the officers find those of the box. */
export interface Electorate {
  announced(cloud: TestCloud, yard: SmallCommunity, to: SecretCalls): Promise<Detail>;
  inBox: readonly string[];
}

const yardOfHomes: Electorate = {
  announced: (_cloud, _yard, to) => to.poll({ paper: { precedence: 'first', settleMinutes: 60 } }),
  inBox: ROOMS,
};

const bytesIn = async (folder: string): Promise<Buffer> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = files
    .filter((file) => file.isFile())
    .map((file) => readFile(path.join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(all));
};

/** Of these texts, how many stand anywhere in the files of a cloud. */
async function standing({ dataDir }: TestCloud, texts: readonly string[]): Promise<number> {
  const bytes = await bytesIn(dataDir);
  return texts.filter((text) => bytes.includes(text)).length;
}

/** Values that were drawn, and what was made of them; all else has to be the same in two worlds. */
const DRAWN = /"(salt|commitment|signature|receipt|root|draw)":"[^"]*"/g;
/** Numbered through the file of the test. */
const PHOTO = /photos\/test-\d+/g;
/** As its owner reads it out: made of a signature. */
const RECEIPT_CODE = /\b[0-9A-F]{12}\b/g;
const HEADER_DRAWN = /\\n(root|choices|audit) [^\\]*/g;

function settled(collection: CollectionName, document: Record<string, unknown>): string {
  if (collection === 'count_parts') return JSON.stringify(partOf(document));
  if (collection === 'count_seals')
    // The ids of parts are made of commitments.
    return masked({
      ...document,
      parts: (document.parts as []).length,
      choiceParts: 0,
      silentParts: document.silentParts,
    });
  // Its id is made of the photo's.
  if (collection === 'photo_records') return masked({ ...document, _id: 'made of the photo’s' });
  return masked(document);
}

const masked = (document: object) =>
  JSON.stringify(document)
    .replace(DRAWN, '"$1":"drawn"')
    .replace(PHOTO, 'photo')
    .replace(HEADER_DRAWN, '\\n$1 drawn');

/** Pseudonyms of marks without their salts; choices as a heap, for their order was drawn. */
function partOf({ kind, rows }: Record<string, unknown>) {
  const all = (rows as string[]).map((row) => (kind === 'marks' ? row.split(' ')[0] : row));
  return { kind, rows: kind === 'choices' ? all.sort() : all };
}

async function everything(cloud: TestCloud): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {};
  for (const { name } of collections) {
    const rows = await documentsOf(cloud.cloud, name);
    kept[name] = rows.map((row) => settled(name, row)).sort();
  }
  return kept;
}

export interface World {
  kept: Record<string, string[]>;
  /** Of the single choices, how many stood in the files while the vote was open, and once they were removed. */
  inFiles: { open: number; removed: number };
  choices: string[];
  bundles: string[];
  /** What each of these is answered afterwards, call by call, as the clear text says it. */
  answers: Record<string, string>;
}

/** Those of the phone, who of all people might be told, and an officer who handled the box. */
async function answersTo(to: SecretCalls, id: string, who: readonly PersonKey[]) {
  const answers: Record<string, string> = {};
  for (const person of [...who, 'secretary', 'gridWorker'] as const) {
    for (const [name, input] of [
      ...[['motions.detail', { id }] as const, ['motions.tally', { id }] as const],
      ...[['privacy.copy', {}] as const, ['messages.list', {}] as const],
    ]) {
      const answer = await to.as(person).send(name, input);
      const said = masked(answer.ok ? (answer.data as object) : answer.error);
      answers[`${person} ${name}`] = said.replace(RECEIPT_CODE, 'drawn');
    }
  }
  return answers;
}

/** One secret vote with phone and box from its announcement to after its count, in a cloud of its own; the same calls at the same instants. */
export async function secretWorld({ phones, box }: Chosen, who: Electorate = yardOfHomes): Promise<World> {
  freshIdsAnew();
  const cloud = await startTestCloud();
  try {
    const yard = await smallCommunity(cloud);
    const to = await secretCallsOf(cloud, yard);
    const motion = await who.announced(cloud, yard, to);
    for (const [person, choice] of phones) {
      await to.cast(person, motion.id, choice);
      await cloud.advance(60_000);
    }
    for (const label of who.inBox) await to.mark(motion.id, label);
    const single = await documentsOf<BallotChoiceDocument>(cloud.cloud, 'ballot_choices');
    const ids = single.map(({ _id }) => _id);
    const open = await standing(cloud, ids);
    await to.close(motion);
    await to.enter(motion.id, contentOf(box));
    await to.confirm(motion.id, contentOf(box));
    await to.on.count(motion);
    // The log of the database is emptied a second after a removal.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const removed = await standing(cloud, ids);
    const parts = await documentsOf<{ kind: string; rows: string[] }>(cloud.cloud, 'count_parts');
    const kept = await everything(cloud);
    const of = (version: 'public' | 'full') =>
      downloaded(cloud, yard.people.secretary.openid, { id: motion.id, version, as: 'json' });
    const bundles = [await of('public'), await of('full')].map(String);
    const voters = phones.map(([person]) => person);
    const answers = await answersTo(to, motion.id, voters);
    const choices = parts.filter(({ kind }) => kind === 'choices').flatMap(({ rows }) => rows);
    return { kept, inFiles: { open, removed }, choices, bundles, answers };
  } finally {
    await cloud.close();
  }
}
