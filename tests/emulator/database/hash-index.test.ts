import { describe, expect, it } from 'vitest';
import { HashIndex, slotOf, slotsOf } from '../../../emulator/database/hash-index';
import { hashKey } from '../../../emulator/database/order';
import { StoredDocument } from '../../../emulator/database/stored';

describe('a hash index', () => {
  const document = StoredDocument.of({ _id: 'a', tags: ['x', 'y'], n: 1 });
  const slot = slotOf([hashKey('x'), hashKey(1)]);

  it('knows a document under every element of its arrays', () => {
    expect(slotsOf(document.value, ['tags', 'n'])).toContain(slot);
    expect(slotsOf(document.value, ['missing', 'n'])).toEqual([slotOf([hashKey(null), hashKey(1)])]);
  });

  it('keeps nothing of a document that was taken out', () => {
    const index = new HashIndex(['tags', 'n']);
    index.add(document);
    expect([...index.keys(slot)]).toEqual([document.key]);
    index.remove(document);
    expect(index.keys(slot).size).toBe(0);
  });
});
