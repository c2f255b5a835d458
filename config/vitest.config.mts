import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const at = (folder: string) => path.join(root, folder);

interface SuiteOptions {
  globalSetup?: string[];
  /** Files below the folder; all of them unless it says so. */
  include?: string[];
  exclude?: string[];
  /** False where files leave nothing behind in their modules: then a worker loads what they share once, not for each file. */
  isolate?: boolean;
}

// `*.full.test.ts` is what is exhaustive: `npm run test:full` runs it, with rounds set by a variable.
const full = process.env.YARD_FULL === '1';
const suite = (
  name: string,
  folder: string,
  { globalSetup = [], isolate = true, include = ['**/*'], exclude = [] }: SuiteOptions = {},
) => ({
  extends: true as const,
  test: {
    name,
    globalSetup,
    isolate,
    include: include.map((files) => `tests/${folder}/${files}${full ? '.full' : ''}.test.{ts,tsx}`),
    exclude: [
      ...exclude.map((files) => `tests/${folder}/${files}{,.full}.test.ts`),
      ...(full ? [] : ['**/*.full.test.ts']),
    ],
  },
});

/** For suites that call the built functions in every test: they are bundled anew, in a second, before the tests. */
const functions = ['tests/support/build-functions.ts'];
/** The small community that most use-cases are tested in. */
const community = 'tests/support/small-community/prepare.ts';

/** Tests of the local cloud that put something else in the place of a module, or count what their process holds. */
const alone = [
  'database/durability-sync',
  'database/full-disk',
  'durable-file',
  'failed-start',
  'journal-data',
  'snapshot-file',
];

export default defineConfig({
  root,
  resolve: { alias: { '@contract': at('contract'), '@': at('src') } },
  test: {
    environment: 'node',
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once on an idle machine; a busy one needs longer than the usual second.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    projects: [
      suite('rules', 'rules', { isolate: false }),
      suite('use-cases', 'use-cases', { globalSetup: [...functions, community], isolate: false }),
      suite('emulator', 'emulator', { exclude: ['conformance/*', ...alone], isolate: false }),
      suite('emulator-alone', 'emulator', { include: alone }),
      suite('conformance', 'emulator/conformance'),
      suite('app', 'app'),
      suite('e2e', 'e2e', { globalSetup: functions }),
    ],
  },
});
