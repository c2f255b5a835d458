import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { calls } from '../../contract/calls';

const MODULES = path.resolve(import.meta.dirname, '../../cloudfunctions/modules');

const sources = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(MODULES, name), 'utf8') }));
const calling = (what: string) => sources.filter(({ text }) => text.includes(`await ${what}(`));

/** What merely shows something, or goes with its person: it is looked at whether it is there. */
const NO_PROOF = [
  ...['members.claimWithProof', 'proposals.submit', 'proposals.revise', 'photos.check'],
  ...['venues.keep', 'rooms.keep'],
];

/** Every call that takes photos, by its schema. */
const takingPhotos = Object.entries(calls).flatMap(([action, { input }]) =>
  'shape' in input && 'photos' in input.shape ? [action] : [],
);

/** The source of the use-case that a call is routed to, with the sources of its module that it imports. */
function sourceOf(action: string): string {
  const routed = sources.find(({ text }) => new RegExp(`'${action}': \\w+,`).test(text));
  const use = new RegExp(`'${action}': (\\w+),`).exec(routed?.text ?? '')?.[1] ?? 'not routed';
  const from = new RegExp(`\\b${use}\\b[^;]*from '(.+)'`).exec(routed?.text ?? '')?.[1] ?? '';
  const file = path.join(MODULES, path.dirname(routed?.name ?? ''), `${from}.ts`);
  const text = readFileSync(file, 'utf8');
  const beside = [...text.matchAll(/from '(\.[^']*)'/g)].map(([, near]) =>
    path.resolve(file, '..', `${near}.ts`),
  );
  const own = beside.filter((near) => !near.includes(`${path.sep}kernel${path.sep}`) && existsSync(near));
  return [text, ...own.map((near) => readFileSync(near, 'utf8'))].join('\n');
}

describe('photos that are handed in', () => {
  it('[FILE-1] are hashed wherever they prove something: only proposals, claims of homes, venues and rooms look merely whether they are there', () => {
    expect(calling('requirePhotos').map(({ name }) => path.basename(name))).toEqual(
      expect.arrayContaining([
        ...['claim-with-proof.ts', 'revise-proposal.ts', 'submit-proposal.ts'],
        ...['keep-venue.ts', 'keep-room.ts'],
      ]),
    );
    expect(calling('requirePhotos')).toHaveLength(5);
    expect(calling('withPhotos').length).toBeGreaterThan(12);
  });

  it.each(takingPhotos.filter((action) => !NO_PROOF.includes(action)))(
    '[FILE-1] are hashed by %s, as by every call that takes any',
    (action) => {
      expect(sourceOf(action)).toMatch(/await withPhotos\(context, /);
    },
  );

  it('[FILE-1] are taken by calls that are all looked at here', () => {
    expect(takingPhotos).toEqual(expect.arrayContaining(NO_PROOF));
    expect(takingPhotos.length - NO_PROOF.length).toBeGreaterThan(16);
  });

  it.each(calling('withPhotos'))('[FILE-1] are written with what they prove by $name', ({ text }) => {
    // The context that came back is the one that the change is made with.
    expect(text).toMatch(/const proven = await withPhotos\(context, /);
    expect(text).toMatch(/(?:change|editProposal)\(\s*proven,/);
    const after = text.slice(text.indexOf('withPhotos(context'));
    expect(after.slice(0, after.search(/(?:change|editProposal)\(\s*proven,/))).not.toMatch(
      /\bchange\(context/,
    );
  });
});
