import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallName, calls } from '../../contract/calls';
import { collections } from '../../config/collections';
import { deniedCalls } from '../support/denied-everywhere';
import { type DeniedWorld, deniedWorld } from '../support/denied-world';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let world: DeniedWorld;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  world = await deniedWorld(cloud, yard);
});
afterAll(() => cloud.close());

const commands = (Object.keys(calls) as CallName[]).filter((name) => calls[name].kind === 'command');
const rows = Object.entries(deniedCalls) as [CallName, NonNullable<(typeof deniedCalls)[CallName]>][];
const answered = async (openid: string, name: CallName, input: object) =>
  codeOf(await cloud.as(openid).send(name, { clientId: freshId(), ...input }));

/** All that is stored, except for what counts the calls. */
async function everything(): Promise<string> {
  const kept = collections.map(({ name }) => name).filter((name) => name !== 'rate_limits');
  const all = await Promise.all(kept.map((name) => documentsOf(cloud.cloud, name)));
  return JSON.stringify(all);
}

describe('[SEC-15] [SEC-12] a call that changes something', () => {
  it('has a row that says who is refused', () => {
    // Whoever opens the app signs in: nobody is refused that.
    expect(commands.filter((name) => !deniedCalls[name])).toEqual(['members.signIn']);
    expect(rows.filter(([name]) => !commands.includes(name)).map(([name]) => name)).toEqual([]);
  });

  it('[SEC-11] is refused with the code of its row, and leaves everything as it was', async () => {
    const before = await everything();
    const wrong: string[] = [];
    for (const [name, { input, denied }] of rows) {
      const given = input(world);
      const who: [string, string, string][] = [
        ['visitor', 'o_nobody', 'NOT_SIGNED_IN'],
        ...Object.entries(denied).map(([person, code]): [string, string, string] => [
          ...([person, yard.people[person as PersonKey].openid, code] as const),
        ]),
      ];
      for (const [person, openid, code] of who) {
        const said = await answered(openid, name, given);
        if (said !== code) wrong.push(`${name} by ${person}: ${said}, not ${code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
  }, 120_000);

  it('[SEC-15] goes through for somebody: for whom its row names, or in the test that it names, and why', async () => {
    const wrong: string[] = [];
    for (const [name, { by }] of rows) {
      if (typeof by === 'string') continue;
      const file = path.join(import.meta.dirname, '..', by.goesIn);
      const text = await readFile(file, 'utf8').catch(() => '');
      if (!text.includes(`'${name}'`) || by.because.trim() === '')
        wrong.push(`${name}: ${by.goesIn} does not make the call`);
    }
    expect(wrong).toEqual([]);
  });

  it('[SEC-15] is not refused for who they are to whom the row names', async () => {
    const wrong: string[] = [];
    for (const [name, { input, by }] of rows) {
      if (typeof by === 'object') continue;
      const said = await answered(yard.people[by].openid, name, input(world));
      const refused = [
        'NOT_FOUND',
        'NOT_ALLOWED',
        'NOT_VERIFIED',
        'INVALID_INPUT',
        'INTERNAL',
        'NOT_SIGNED_IN',
      ];
      if (refused.includes(said)) wrong.push(`${name} by ${by}: ${said}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
