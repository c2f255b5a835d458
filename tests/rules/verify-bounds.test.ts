import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { chainFindings } from '../../scripts/verify/check-chain';
import { checkSecret } from '../../scripts/verify/check-secret';
import { isPlain } from '../../scripts/verify/text';
import { FUNCTION_ENV } from '../support/function-env';
import { bundleOf, sealedVote } from '../support/sealed-votes';
import { secretBundleOf, secretSealed } from '../support/secret-sealed';

const NAMED = '{"format":"yard-bundle-1","version":"full",';
const SECRET = '{"format":"yard-bundle-secret-2","version":"full",';
const CHAIN = '{"format":"yard-audit-1",';
const MANY = 200_000;

const hostile: readonly [string, string][] = [
  ['brackets in brackets', `"leaves":${'['.repeat(MANY)}${']'.repeat(MANY)}}`],
  ['empty rows', `"leaves":[${'[],'.repeat(MANY)}[]]}`],
  ['rows that are objects', `"leaves":[${'{},'.repeat(MANY)}{}]}`],
  ['members without end', `${Array.from({ length: 60 }, (_, n) => `"k${n}":1,`).join('')}"z":1}`],
];

/** What a string of a bundle may hold without being taken for a member or a row. */
const said = JSON.stringify('他说："名字":[[[{{{，\\":\\\\": 都不算。'.repeat(30));

beforeEach(() => vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a file that no count ever made', () => {
  it.each(hostile)('[SEAL-10] [BAL-25] is refused before it is parsed: %s', (_, rest) => {
    const parse = vi.spyOn(JSON, 'parse');
    const findings = [
      ...checkBundle(Buffer.from(NAMED + rest)).findings,
      ...checkSecret(Buffer.from(SECRET + rest)).findings,
      ...chainFindings(Buffer.from(CHAIN + rest), undefined, '回执'),
    ];
    expect(findings.map(({ holds, words }) => [holds, words.slice(0, 14)])).toEqual(
      Array.from({ length: 3 }, () => [false, '读不出来：括号或者项目太多，']),
    );
    expect(parse).not.toHaveBeenCalled();
  });

  it.each([
    ['options', `"options":[${'"",'.repeat(20)}""]`, ''],
    ['a text', '"options":[]', 'a'.repeat(1_000_001)],
  ])('[SEAL-10] is refused where %s is longer than any', (_, options, note) => {
    const question = `"question":{"title":"","text":"",${options}}`;
    const rest = `"header":"","keyId":"","publicKey":"","signature":"","leaves":[],"silent":[],"weightsSalt":""}`;
    const { findings } = checkBundle(Buffer.from(`${NAMED}"note":"${note}",${question},${rest}`));
    expect(findings).toMatchObject([
      { holds: false, words: note ? '“note”这一项写得不对' : '“options”这一项写得不对' },
    ]);
  });

  it('[SEAL-10] is not one whose question has brackets, quotes and colons in its words', () => {
    expect(isPlain(`${NAMED}"note":${said}}`)).toBe(true);
    const row = `["${'a'.repeat(64)}",0],`;
    expect(isPlain(`${NAMED}"silent":[${row.repeat(MANY)}]}`)).toBe(true);
  });

  it.each(['public', 'full'] as const)(
    '[SEAL-10] is not a %s bundle all of whose texts begin with a colon',
    (version) => {
      const options = Array.from({ length: 20 }, (_, n) => `:第${n + 1}个`);
      const motion = { options, title: ':选哪一个？', text: ':见附件。' };
      const named = bundleOf(
        sealedVote([{ area: 9000, choice: 'option:1' }, { area: 8000 }], motion),
        version,
      );
      const secret = secretBundleOf(secretSealed({ choices: ['option:2'], silent: 1, motion }), version);
      expect(checkBundle(Buffer.from(named)).ok).toBe(true);
      expect(checkSecret(Buffer.from(secret)).findings.filter(({ holds }) => !holds)).toEqual([]);
    },
  );
});
