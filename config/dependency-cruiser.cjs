// The rules of the house (docs/architecture.md, "Rules of the house"), checked by `npm run check`.
const MODULE = '^cloudfunctions/modules/';
const PURE = '/(rules|policy)(\\.ts$|/)';
/** Shapes of documents, and the questions that a person's own document answers: no platform behind either. */
const DATA = '(^cloudfunctions/kernel/person|/documents)\\.ts$';
const REPOSITORY = `${MODULE}.*/repository(\\.ts$|/)`;
/** Kernel files that reach the database or the platform; the rest of the kernel (ids, refusal, clock types) is free. */
const PLATFORM = '^cloudfunctions/kernel/(cloud|database)\\.ts$';
const PACKAGE = '(^|/)node_modules/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'rules-import-contract-only',
      '1. rules and policies import only contract/ and other rules: no clock, no platform, no package.',
      { path: MODULE + '.*' + PURE },
      { pathNot: ['^contract/', PURE, DATA] },
    ),
    forbid(
      'no-use-case-from-use-case',
      '2. A use-case never calls another use-case: what they share is a rule, a repository or a step of its own.',
      { path: '/use-cases/' },
      { path: '/use-cases/' },
    ),
    forbid(
      'only-repositories-reach-the-database',
      '3. Modules reach the database through their repositories, and those through the kernel.',
      { path: MODULE, pathNot: REPOSITORY },
      { path: PLATFORM, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'one-importer-of-the-sdk',
      '3. kernel/cloud.ts is the one importer of wx-server-sdk (docs/decisions).',
      {
        path: '^(cloudfunctions|contract|src|config|emulator)/',
        pathNot: '^cloudfunctions/kernel/cloud\\.ts$',
      },
      { path: PACKAGE + 'wx-server-sdk/' },
    ),
    forbid(
      'phone-imports-itself-and-contract',
      '4. src/ imports itself, contract/ and packages.',
      { path: '^src/' },
      { pathNot: ['^src/', '^contract/', PACKAGE] },
    ),
    forbid(
      'phone-takes-types-from-contract',
      '4. The contract gives the phone its types only: a schema library would cost 87 KB and uses new Function.',
      { path: '^src/' },
      { path: '^contract/', dependencyTypesNot: ['type-only', 'type-import'] },
    ),
    forbid(
      'no-schema-library-on-the-phone',
      '4. WeChat forbids new Function, which zod compiles with.',
      { path: '^src/' },
      { path: PACKAGE + 'zod/', dependencyTypesNot: ['type-only', 'type-import'] },
    ),
    forbid(
      'emulator-knows-no-application',
      '5. The emulator emulates the platform, never the app.',
      { path: '^emulator/' },
      { path: '^(src|cloudfunctions|contract|config|scripts|tests)/' },
    ),
    forbid(
      'no-cycles',
      '6. No cycles.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'cloud-knows-no-phone',
      'The cloud is deployed alone: it imports itself, contract/, config/ data and packages.',
      { path: '^cloudfunctions/' },
      { path: '^(src|emulator|scripts|tests)/' },
    ),
    forbid(
      'contract-imports-itself',
      'The contract is what both sides say: it knows neither side.',
      { path: '^contract/' },
      { pathNot: ['^contract/', PACKAGE + 'zod/'] },
    ),
    forbid(
      'verifier-shares-nothing',
      'Whoever counted must not be believed about the count: scripts/verify/ imports itself and what Node brings.',
      { path: '^scripts/verify/' },
      { pathNot: '^scripts/verify/', dependencyTypesNot: ['core'] },
    ),
    forbid(
      'verify-command-shares-nothing',
      'The same for the command, by whatever way round.',
      { path: '^scripts/verify\\.ts$' },
      { path: '^(src|cloudfunctions|contract|config|emulator)/', reachable: true },
    ),
    forbid(
      'product-imports-no-tests',
      'Tests know the product, not the other way round.',
      { path: '^(src|cloudfunctions|contract|config|emulator|scripts)/' },
      { path: '^tests/' },
    ),
    forbid('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.s?css$', '\\.png$', '\\.svg$', '/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
