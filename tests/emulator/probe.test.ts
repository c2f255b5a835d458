import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProbe } from '../../emulator/probe/build-probe';
import { CHECKS } from '../../emulator/probe/checks';
import { deniedFacts, FACTS_FILE, factHolds, readFacts } from '../../emulator/probe/facts';
import type { ProbeReport } from '../../emulator/probe/probe';
import { REPOSITORY } from './support/command';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

/** Where the local cloud knowingly differs from what the statement says of the platform, and why. */
const DIFFERENT_HERE: Record<string, string> = {
  'openapi.no-permission': 'wxacode.get is absent here and refused by its name first',
  'openapi.message-to-nobody': 'any openid of the right form is a person here',
  'openapi.unknown-template': 'templates are not registered here: any id is known',
};
/** Half a minute of waiting. */
const TOO_SLOW_HERE = ['transactions.expire-after-30-s'];

let cloud: TestCloud;
let report: ProbeReport;

const probe = async (event: object) => resultOf<ProbeReport>(await cloud.call('probe', event, 'technician'));

beforeAll(async () => {
  cloud = await startCloud([], { prepare: (functionsDir) => void buildProbe(functionsDir), collections: [] });
  report = await probe({});
});
afterAll(() => cloud.end());

describe('the probe on the local cloud', () => {
  const usual = CHECKS.filter(({ slow }) => !slow).map(({ id, statement }) => [id, statement] as const);
  const slow = CHECKS.filter((check) => check.slow).map(({ id }) => id);

  it.each(usual)('%s: %s', (id) => {
    const found = report.facts[id];
    expect(found).toHaveProperty('holds');
    const holds = found !== undefined && 'holds' in found && found.holds;
    expect([holds, found]).toEqual([!(id in DIFFERENT_HERE), found]);
  });

  it('runs what is slow only when it is asked for', async () => {
    expect(Object.keys(report.facts).filter((id) => slow.includes(id))).toEqual([]);
    const only = slow.filter((id) => !TOO_SLOW_HERE.includes(id));
    const { facts } = await probe({ only });
    expect(Object.keys(facts)).toEqual(only);
    expect(Object.values(facts).map((found) => 'holds' in found && found.holds)).toEqual(
      only.map(() => true),
    );
  });

  it('names no check twice, and differs only where a check says so', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(DIFFERENT_HERE).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('refuses to be asked for a check that it does not have', async () => {
    expect(await cloud.call('probe', { only: ['no.such'] }, 'technician')).toMatchObject({
      errCode: -504002,
    });
  });

  it('prints its report as well, for whoever has only the log', async () => {
    const one = await probe({ only: ['database.missing-collection'] });
    await expect.poll(() => cloud.lines).toContain(JSON.stringify(one));
  });

  it('leaves nothing behind', async () => {
    const left = await cloud.call('probe', { only: ['database.missing-collection'] }, 'technician');
    expect(left).toHaveProperty('result');
    const rows = await cloud.database.handle({
      action: 'database.calculateDocument',
      collectionName: 'yard_probe',
      query: '{}',
    });
    expect(rows).toMatchObject({ data: { total: 0 } });
    expect(readdirSync(path.join(cloud.dataDir, 'files'))).toEqual([]);
  });

  it('states nothing that a real environment has denied', () => {
    // None has been asked yet while there is no such file.
    expect(deniedFacts(readFacts(FACTS_FILE))).toEqual([]);
    expect(path.relative(REPOSITORY, FACTS_FILE)).toBe(path.join('emulator', 'probe', 'facts.json'));
  });

  it('answers what the facts file is', () => {
    const file = path.join(cloud.folder, 'facts.json');
    expect(readFacts(file)).toBeUndefined();
    writeFileSync(file, JSON.stringify(report));
    const facts = readFacts(file);
    expect(factHolds(facts, 'database.duplicate-id')).toBe(true);
    expect(factHolds(facts, 'openapi.unknown-template')).toBe(false);
    expect(factHolds(facts, 'no.such')).toBeUndefined();
    expect(deniedFacts(facts).sort()).toEqual(Object.keys(DIFFERENT_HERE).sort());
    expect(facts?.sdk).toMatch(/^\d+\.\d+\.\d+/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"holds"', '"hold"'));
    expect(() => readFacts(file)).toThrow();
  });
});
