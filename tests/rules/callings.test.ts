import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tie } from '../../cloudfunctions/kernel/person';
import { asOfNow, counts, demandLines } from '../../cloudfunctions/modules/callings/rules';
import { supportBaseOf } from '../../cloudfunctions/modules/proposals/rules';

const home = (n: number, owner: string) => ({
  ...{ homeId: `h${n}`, use: 'home' as const, area: 9000, areaBasis: 'land-register' as const },
  ...{ parkingBasis: null, holding: 'owner' as const, ownerKeys: [owner] },
  residents: [{ key: `r-${owner}`, bornOn: '1970-01-01' }],
});
const tie = (n: number, owner: string | null): Tie => ({
  ...{ homeId: `h${n}`, label: '', path: ['p', `h${n}`], relation: owner ? 'owner' : 'tenant', since: 0 },
  ...{ ownerKey: owner, residentKey: owner && `r-${owner}` },
});
const signed = (n: number, owner: string) => ({
  ...{
    _id: `s${n}`,
    personId: `p${n}`,
    homeIds: [`h${n}`],
    ownerKeys: [owner],
    residentKeys: [`r-${owner}`],
  },
});
const base = (owners: readonly string[]) =>
  supportBaseOf(
    owners.map((owner, n) => home(n, owner)),
    '2026-03-02',
  );
const NONE = { homeIds: [], ownerKeys: [], residentKeys: [] };

describe('a signature as it counts now', () => {
  it('[CALL-7] has nothing of a home that was sold, left, or whose register names them no more', () => {
    const register = base(['a', 'b']);
    expect(asOfNow(signed(0, 'a'), [tie(0, 'a')], register)).toEqual(signed(0, 'a'));
    expect(asOfNow(signed(0, 'a'), [], register)).toMatchObject(NONE);
    expect(asOfNow(signed(0, 'a'), [tie(0, 'a')], base(['new', 'b']))).toMatchObject(NONE);
    // One of two homes was sold: the other one stays, and with it the head.
    const two = [tie(0, 'a'), tie(1, 'a')];
    expect(asOfNow(signed(0, 'a'), two, base(['new', 'a']))).toMatchObject({
      ...{ homeIds: ['h1'], ownerKeys: ['a'] },
    });
    // Who rents stands in no register, and is there as long as the tie is.
    expect(asOfNow(signed(0, 'a'), [tie(0, null)], register)).toMatchObject({ ...NONE, homeIds: ['h0'] });
  });

  it('[CALL-7] any who fall away take exactly their heads with them, by every way', () => {
    const owners = Array.from({ length: 10 }, (_, n) => `o${n}`);
    fc.assert(
      fc.property(fc.subarray(owners), fc.subarray(owners), (signers, gone) => {
        const register = base(owners.map((owner) => (gone.includes(owner) ? `new-${owner}` : owner)));
        const given = signers.map((owner) => {
          const n = owners.indexOf(owner);
          return asOfNow(signed(n, owner), [tie(n, owner)], register);
        });
        const all = { given, base: register, delegates: new Set<string>() };
        const left = signers.filter((owner) => !gone.includes(owner));
        for (const { supporters } of demandLines('owners', all)) expect(supporters).toBe(left.length);
        for (const { supporters } of demandLines('residents-assembly', all))
          expect(supporters).toBe(left.length);
        expect(given.filter((one) => counts('owners', { ...all, given: [one] }))).toHaveLength(left.length);
      }),
    );
  });
});
