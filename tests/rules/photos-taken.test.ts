import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const MODULES = path.resolve(import.meta.dirname, '../../cloudfunctions/modules');

const sources = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(MODULES, name), 'utf8') }));
const calling = (what: string) => sources.filter(({ text }) => text.includes(`await ${what}(`));

describe('photos that are handed in', () => {
  it('[FILE-1] are hashed wherever they prove something: only proposals and claims of homes look merely whether they are there', () => {
    expect(calling('requirePhotos').map(({ name }) => path.basename(name))).toEqual(
      expect.arrayContaining(['claim-with-proof.ts', 'revise-proposal.ts', 'submit-proposal.ts']),
    );
    expect(calling('requirePhotos')).toHaveLength(3);
    expect(calling('withPhotos').length).toBeGreaterThan(12);
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
