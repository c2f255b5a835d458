import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Calls that look transactional and are not: the SDK sends no transactionId with them (docs/emulator.md, "Transactions"). */
const OUTSIDE_TRANSACTION = 'update|remove|count';
const transactionTraps = ['transaction', 'tx', 'trx'].flatMap((name) => [
  {
    selector: `CallExpression[callee.property.name=/^(${OUTSIDE_TRANSACTION})$/] CallExpression[callee.property.name="where"] Identifier[name="${name}"]`,
    message: `${name}.collection().where().update/remove/count runs outside the transaction: use doc(), or where().get().`,
  },
  {
    selector: `CallExpression[callee.property.name="aggregate"] Identifier[name="${name}"]`,
    message: `${name}.collection().aggregate() runs outside the transaction.`,
  },
]);

const noWxCloud = {
  selector: 'MemberExpression[object.name=/^(wx|Taro)$/][property.name="cloud"]',
  message: 'Only src/services/cloud.ts reaches the cloud.',
};

/** Rules and policies are functions of what they are given: the same question has the same answer (rules.md). */
const impure = [
  { object: 'Date', property: 'now', message: 'Take the instant as an argument.' },
  { object: 'Math', property: 'random', message: 'Take the random source as an argument.' },
  { object: 'process', property: 'env', message: 'Take the setting as an argument.' },
  { object: 'performance', property: 'now', message: 'Take the instant as an argument.' },
];
const newDateOfNow = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Take the instant as an argument.',
};

/** Whatever signs elsewhere signs with a key that nobody compares, or forgets to fail without one. */
const noSigning = {
  name: 'node:crypto',
  importNames: [
    'sign',
    'createSign',
    'createPrivateKey',
    'generateKeyPair',
    'generateKeyPairSync',
    'default',
  ],
  message: 'Only kernel/signing.ts signs.',
};

const size = (lines, perFunction) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': ['error', { max: perFunction, skipBlankLines: true, skipComments: true }],
});

export default defineConfig([
  { ignores: ['**/node_modules/', 'dist/', '.local/', 'docs/', '**/fixtures/**/*.js', '**/*.{js,cjs}'] },
  {
    files: ['**/*.{ts,tsx,mts}'],
    // What needs types is in oxlint.json: the same rules, in a fifth of the time.
    extends: [tseslint.configs.recommended],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      ...size(250, 40),
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      // noInlineConfig makes ESLint deaf to such comments; oxlint would listen.
      'no-warning-comments': ['error', { terms: ['oxlint-disable', 'eslint-disable'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', ...transactionTraps],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...transactionTraps, noWxCloud],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/kernel/signing.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [noSigning, { ...noSigning, name: 'crypto' }] }] },
  },
  { files: ['**/*.tsx'], rules: size(250, 80) },
  {
    files: ['src/services/cloud.ts', 'src/services/cloud.*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...transactionTraps] },
  },
  {
    files: [
      'cloudfunctions/modules/**/{rules,policy}.ts',
      'cloudfunctions/modules/**/{rules,policy}/**/*.ts',
    ],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-syntax': ['error', ...transactionTraps, newDateOfNow],
    },
  },
  {
    // What is loaded by a tool (pages, app and tool settings) has a default export because the tool asks for it.
    files: [
      'src/app.tsx',
      'src/**/*.config.ts',
      'src/{pages,packages}/**/*.tsx',
      'src/custom-tab-bar/**',
      'config/**',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // A describe block is a list of tests, not a function that somebody has to hold in mind.
    files: ['tests/**/*.{ts,tsx}'],
    rules: size(250, 250),
  },
]);
