import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/project';
import { runNode } from '../../../scripts/run-process';
import { BUILD_MS } from '../../support/build-time';

/** A small tree that breaks each rule of the house once, beside the rooms of the real one. */
const BREAKERS: Record<string, string> = {
  'cloudfunctions/kernel/database.ts': "export const store = { get: 'row' };\n",
  'cloudfunctions/modules/a/rules.ts':
    "import { store } from '../../kernel/database';\nexport const rule = store;\n",
  'cloudfunctions/modules/a/use-cases/one.ts': "import { two } from './two';\nexport const one = two;\n",
  'cloudfunctions/modules/a/use-cases/two.ts':
    "import { store } from '../../../kernel/database';\nexport const two = store;\n",
  'src/page.ts':
    "import { word } from '../contract/word';\nimport { two } from '../cloudfunctions/modules/a/use-cases/two';\nexport const page = [word, two];\n",
  'contract/word.ts': "export const word = '您好';\n",
  'emulator/cloud.ts': "import { word } from '../contract/word';\nexport const cloud = word;\n",
  'emulator/left.ts': "import { right } from './right';\nexport const left = () => right;\n",
  'scripts/verify/check.ts': "import { word } from '../../contract/word';\nexport const check = word;\n",
  'scripts/round.ts': "import { word } from '../contract/word';\nexport const round = word;\n",
  'scripts/verify.ts': "import { round } from './round';\nexport const verify = round;\n",
  'emulator/right.ts': "import { left } from './left';\nexport const right = () => left;\n",
};

const EXPECTED = [
  'rules-import-contract-only',
  'no-use-case-from-use-case',
  'only-repositories-reach-the-database',
  'phone-imports-itself-and-contract',
  'phone-takes-types-from-contract',
  'emulator-knows-no-application',
  'verifier-shares-nothing',
  'verify-command-shares-nothing',
  'no-cycles',
];

describe('the layering rules', () => {
  let folder: string;
  beforeAll(async () => {
    await mkdir(path.join(ROOT, '.local'), { recursive: true });
    folder = await mkdtemp(path.join(ROOT, '.local', 'house-'));
    for (const [file, content] of Object.entries(BREAKERS)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    await writeFile(path.join(folder, 'tsconfig.json'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'finds each rule of the house broken',
    async () => {
      const program = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
      const config = path.join(ROOT, 'config', 'dependency-cruiser.cjs');
      const rooms = ['src', 'cloudfunctions', 'contract', 'emulator', 'scripts'];
      const { code, output } = await runNode([program, '--config', config, ...rooms], { cwd: folder });
      expect(EXPECTED.filter((rule) => !output.includes(rule))).toEqual([]);
      expect(code).not.toBe(0);
    },
    BUILD_MS,
  );
});
