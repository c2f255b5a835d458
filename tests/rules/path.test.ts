import type { Body, RuleId, Subject } from '@contract/decision';
import { BODIES, RULE_IDS, SUBJECTS } from '@contract/decision';
import { DEFAULT_PROFILE, type LocalProfile } from '@contract/profile';
import { OFFICES } from '@contract/roles';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callingWays,
  callStanding,
  convenerRefusal,
  convenersOf,
} from '../../cloudfunctions/modules/motions/rules/convening';
import { DAY_MS } from '../../cloudfunctions/modules/motions/rules/days';
import {
  OWNERS_ITEMS,
  ruleForSubject,
  subjectRefusal,
} from '../../cloudfunctions/modules/motions/rules/subjects';
import { allowedWorths, worthRefusal } from '../../cloudfunctions/modules/motions/rules/worth';
import {
  narrowerAreaRefusal,
  writtenWindowRefusal,
} from '../../cloudfunctions/modules/motions/rules/written';
import { holds } from '../support/tallies';

const CONFIRMED: LocalProfile = {
  ...DEFAULT_PROFILE,
  confirmedBy: '区住建局',
  electronicVotes: ['owners', 'residents-assembly'],
};

describe('who convenes', () => {
  it.each([
    ['owners', ['owners-committee']],
    ['residents-assembly', ['residents-committee']],
    ['residents-delegates', ['residents-committee']],
    ['villagers-assembly', ['villagers-committee']],
    ['villagers-delegates', ['villagers-committee']],
    ['villagers-group', ['villagers-committee']],
  ] as const)('[PATH-6] lets %s be convened by %j and nobody else', (body, conveners) => {
    const able = OFFICES.filter((office) => convenerRefusal(body, office, DEFAULT_PROFILE, true) === null);
    expect(able).toEqual(conveners);
    expect(convenerRefusal(body, 'property-manager', DEFAULT_PROFILE, true)).toBe('CONVENER_WRONG');
  });

  it('[PATH-6] follows the profile where owners have no committee yet', () => {
    const profile: LocalProfile = { ...DEFAULT_PROFILE, ownersConveners: ['street-officer'] };
    expect(convenersOf('owners', profile, false)).toEqual(['street-officer']);
    expect(convenersOf('owners', profile, true)).toEqual(['owners-committee']);
    expect(convenersOf('residents-assembly', profile, false)).toEqual(['residents-committee']);
  });
});

describe('who can have a body called', () => {
  it.each([
    [
      'owners',
      [
        ['owner-groups', 100, 20],
        ['owner-groups', 101, 21],
      ],
    ],
    [
      'residents-assembly',
      [
        ['persons', 1000, 100],
        ['homes', 101, 11],
        ['delegates', 31, 11],
      ],
    ],
    ['residents-delegates', [['delegates', 31, 7]]],
    [
      'villagers-assembly',
      [
        ['persons', 11, 2],
        ['delegates', 30, 10],
      ],
    ],
    ['villagers-delegates', [['delegates', 30, 6]]],
    ['villagers-group', []],
    ['yard', []],
  ] as [Body, [string, number, number][]][])('[PATH-7] needs for %s of each kind %j', (body, rows) => {
    const ways = callingWays(body);
    expect([...new Set(rows.map(([by]) => by))]).toEqual(ways.map(({ by }) => by));
    for (const [by, all, needed] of rows) {
      const way = ways.find((one) => one.by === by);
      if (!way) return expect.unreachable();
      expect(callStanding(way, needed, all)).toMatchObject({ needed, missing: 0, met: true });
      expect(callStanding(way, needed - 1, all)).toMatchObject({ needed, missing: 1, met: false });
    }
  });

  it('[PATH-7] is never met by nobody of nobody', () => {
    for (const way of BODIES.flatMap(callingWays)) {
      expect(callStanding(way, 0, 0)).toMatchObject({ missing: 1, met: false });
    }
    const [way] = callingWays('owners');
    if (!way) return expect.unreachable();
    expect(() => callStanding(way, 5, 4)).toThrow(RangeError);
  });

  it('[PATH-7] is met by the least number whose share is enough', () => {
    const [way] = callingWays('owners');
    if (!way) return expect.unreachable();
    holds(fc.integer({ min: 1, max: 20_000 }), (all) => {
      const { needed } = callStanding(way, 0, all);
      expect(BigInt(needed) * 5n >= BigInt(all)).toBe(true);
      expect(BigInt(needed - 1) * 5n < BigInt(all)).toBe(true);
    });
  });
});

describe('subjects', () => {
  it('[OWN-6] leads each item of 278 to its rule', () => {
    const special = ['repair-fund-raise', 'rebuilding', 'common-parts'];
    expect(OWNERS_ITEMS).toHaveLength(9);
    expect(OWNERS_ITEMS.map(({ subject }) => ruleForSubject(subject, 'owners').rule)).toEqual(
      OWNERS_ITEMS.map(({ subject }) => (special.includes(subject) ? 'owners-special' : 'owners-ordinary')),
    );
    expect(
      OWNERS_ITEMS.flatMap(({ subject }, index) => (special.includes(subject) ? [index + 1] : [])),
    ).toEqual([6, 7, 8]);
    expect(OWNERS_ITEMS[2]?.subject).toBe('owners-committee');
    expect(OWNERS_ITEMS[4]?.subject).toBe('repair-fund-use');
  });

  it.each(OWNERS_ITEMS)('[MOT-8] lets nobody but the owners decide $subject', ({ subject }) => {
    for (const body of BODIES.filter((one) => one !== 'owners')) {
      expect(ruleForSubject(subject, body)).toEqual({ rule: null, refusal: 'RULE_WRONG_FOR_SUBJECT' });
    }
  });

  it.each([
    ['home-to-business', 'owners', 'affected-unanimous'],
    ['community-matter', 'residents-delegates', 'residents-delegates'],
    ['community-matter', 'villagers-group', 'villagers-group'],
    ['community-matter', 'owners', null],
    ['yard-matter', 'yard', 'households-majority'],
    ['yard-matter', 'residents-assembly', null],
    ['consultation', 'yard', 'opinion'],
    ['self-government-charter', 'residents-assembly', 'residents-assembly'],
    ['self-government-charter', 'residents-delegates', 'residents-delegates'],
    ['self-government-charter', 'villagers-assembly', 'villagers-assembly'],
    ['self-government-charter', 'villagers-delegates', null],
    ['self-government-charter', 'villagers-group', null],
  ] as [Subject, Body, RuleId | null][])('[MOT-8] decides %s before %s by %s', (subject, body, rule) => {
    expect(ruleForSubject(subject, body).rule).toBe(rule);
  });

  it('[MOT-8] refuses a rule that is not the subject’s, and lets an opinion be asked about it', () => {
    expect(subjectRefusal('repair-fund-raise', 'owners', 'owners-ordinary')).toBe('RULE_WRONG_FOR_SUBJECT');
    expect(subjectRefusal('repair-fund-raise', 'owners', 'owners-special')).toBeNull();
    expect(subjectRefusal('repair-fund-raise', 'owners', 'opinion')).toBeNull();
    expect(subjectRefusal('repair-fund-raise', 'yard', 'owners-special')).toBe('RULE_WRONG_FOR_SUBJECT');
  });

  it.each([
    ['committee-election', 'SUBJECT_REFUSED_ELECTION'],
    ['collective-assets', 'SUBJECT_REFUSED_COLLECTIVE'],
  ] as const)('[PATH-10] refuses %s with %s whatever the body and the rule', (subject, code) => {
    for (const body of BODIES) {
      for (const rule of RULE_IDS) expect(subjectRefusal(subject, body, rule)).toBe(code);
    }
  });

  it('[PATH-11] sends urgent repairs to their own path', () => {
    expect(subjectRefusal('urgent-repair', 'owners', 'owners-ordinary')).toBe('SUBJECT_URGENT_REPAIR');
  });

  it('[MOT-8] finds for each subject a body that can decide it, or a refusal of its own', () => {
    for (const subject of SUBJECTS) {
      const answers = BODIES.map((body) => ruleForSubject(subject, body));
      const decided = answers.some(({ rule }) => rule !== null);
      const refused = answers.every(
        ({ refusal }) => refusal !== null && refusal !== 'RULE_WRONG_FOR_SUBJECT',
      );
      expect(decided || refused, subject).toBe(true);
    }
  });
});

describe('what a vote is worth', () => {
  it('[PATH-9] is statutory only where a named office confirmed electronic votes of that body', () => {
    expect(allowedWorths('owners-ordinary', 'owners', CONFIRMED)).toEqual(['statutory', 'straw', 'opinion']);
    expect(worthRefusal('statutory', 'villagers-assembly', 'villagers-assembly', CONFIRMED)).toBe(
      'WORTH_NOT_CONFIRMED',
    );
    for (const confirmedBy of [null, '', '  ']) {
      const profile = { ...CONFIRMED, confirmedBy };
      expect(worthRefusal('statutory', 'owners-special', 'owners', profile)).toBe('WORTH_NOT_CONFIRMED');
      expect(worthRefusal('straw', 'owners-special', 'owners', profile)).toBeNull();
    }
    for (const body of BODIES) {
      expect(worthRefusal('statutory', 'owners-ordinary', body, DEFAULT_PROFILE)).toBe('WORTH_NOT_CONFIRMED');
    }
  });

  it('[PATH-9] is never statutory for a yard’s own rule or an opinion', () => {
    const profile: LocalProfile = { ...CONFIRMED, electronicVotes: BODIES };
    expect(allowedWorths('households-majority', 'residents-assembly', profile)).toEqual(['straw', 'opinion']);
    expect(allowedWorths('residents-assembly', 'yard', profile)).toEqual(['straw', 'opinion']);
    expect(allowedWorths('opinion', 'owners', profile)).toEqual(['opinion']);
  });
});

describe('voting in writing', () => {
  const profile = { ...CONFIRMED, writtenWindowDays: { min: 5, max: 60 } };
  const opensAt = Date.parse('2026-06-01T01:00:00Z');
  const refusal = (worth: 'statutory' | 'straw', length: number, body: Body = 'owners') =>
    writtenWindowRefusal({ body, worth, opensAt, closesAt: opensAt + length, profile });

  it('[PATH-5] keeps the window of a statutory vote within the profile', () => {
    expect(refusal('statutory', 5 * DAY_MS)).toBeNull();
    expect(refusal('statutory', 5 * DAY_MS - 1)).toBe('WINDOW_WRONG');
    expect(refusal('statutory', 60 * DAY_MS)).toBeNull();
    expect(refusal('statutory', 60 * DAY_MS + 1)).toBe('WINDOW_WRONG');
  });

  it('[PATH-5] knows statutory decisions in writing of owners only', () => {
    expect(refusal('statutory', 10 * DAY_MS, 'residents-assembly')).toBe('WINDOW_WRONG');
    expect(refusal('straw', 10 * DAY_MS, 'residents-assembly')).toBeNull();
  });

  it('[PATH-5] lets a poll be short, but not empty or endless', () => {
    expect(refusal('straw', 3_600_000)).toBeNull();
    expect(refusal('straw', 1)).toBeNull();
    expect(refusal('straw', 0)).toBe('WINDOW_WRONG');
    expect(refusal('straw', 61 * DAY_MS)).toBe('WINDOW_WRONG');
  });

  it('[OWN-9] lets a narrower area decide only with the authority that the profile names', () => {
    expect(narrowerAreaRefusal(DEFAULT_PROFILE)).toBe('NARROWER_AREA');
    expect(narrowerAreaRefusal({ ...DEFAULT_PROFILE, narrowerAreaAuthority: ' ' })).toBe('NARROWER_AREA');
    const authority = '《既有住宅加装电梯办法》第八条';
    expect(narrowerAreaRefusal({ ...DEFAULT_PROFILE, narrowerAreaAuthority: authority })).toBeNull();
  });
});
