import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperBallotsBlocks } from '../../../cloudfunctions/modules/documents/rules/paper-ballots';
import { resolutionBlocks } from '../../../cloudfunctions/modules/documents/rules/resolution';
import { clean, cleanBlock, fileNameOf } from '../../../cloudfunctions/modules/documents/rules/text';
import { wordBytes } from '../../../cloudfunctions/modules/documents/word/file';
import { readWord } from '../../support/docx';
import { paperVoter, printedOf, resultFacts, voteFacts } from '../../support/paper-facts';

const NASTY = [
  'a\u0000\u0001\u0008\u000B\u000C\u001F\u007F\u0085b',
  '\u202E反着写\u2066藏\u2069\u200B\uFEFF',
  '\uD800 half \uDC00\uFFFE\uFFFF',
  ']]></w:t><w:script/>&amp;&lt;"\'',
  '=HYPERLINK("http://x")',
  '{ TOC \\o } \u0013 DATE \u0015',
  '👨‍👩‍👧‍👦🏠𠮷',
  `${'x'.repeat(3000)}`,
  '一\r\n二\u2028三\r四\t五',
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes)),
);
/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u;
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

describe('what people wrote, on paper', () => {
  it('[DOC-9] opens in Word whatever it was, in every place of a paper', async () => {
    const hostile = async (said: string) => {
      const facts = resultFacts();
      const work = { id: 'i', title: said, responsible: { label: said, personId: 'p' }, dueOn: '2026-05-01' };
      const item = {
        ...work,
        overdue: false,
        state: 'open' as const,
        progress: [],
        can: { report: null, reassign: null },
      };
      const vote = { ...facts.vote, title: said, text: said, placeName: said };
      const resolution = { ...facts.resolution, text: said, items: [item] };
      const choices = [{ choice: 'option:1' as const, label: said }];
      const blocks = [
        ...resolutionBlocks({ ...facts, vote, resolution, issuer: said }),
        ...paperBallotsBlocks({ ...voteFacts({ title: said, choices }), bothUsed: said }, [
          paperVoter(1, { label: said }),
        ]),
      ];
      const { text } = readWord(await wordBytes(printedOf(blocks, said)));
      for (const line of clean(said)
        .split('\n')
        .filter((one) => one.trim() !== ''))
        expect(text).toContain(line);
    };
    await fc.assert(fc.asyncProperty(nasty, hostile), { numRuns: 8, seed: 9 });
    await hostile(NASTY.join('\n'));
  });

  it('[DOC-9] loses only what XML forbids or what hides and reorders', () => {
    const kept = '“一户一票”，反对！ 3/4 ≥ 75% 👨‍👩‍👧‍👦 𠮷 Ünïcödé عربي <b>&amp;';
    expect(clean(kept)).toBe(kept);
    expect(clean('一\r\n二\u2028三\r四\t五')).toBe('一\n二\n三\n四 五');
    expect(clean('金额\u202E000,8\u202C元')).toBe('金额000,8元');
    fc.assert(
      fc.property(nasty, (said) => {
        const left = clean(said);
        expect(left).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/);
        expect(left).not.toMatch(HALF);
        expect(clean(left)).toBe(left);
        const shown = [...said].filter((sign) => SHOWN.test(sign)).join('');
        expect([...left].filter((sign) => SHOWN.test(sign)).join('')).toBe(shown);
      }),
      { seed: 9 },
    );
  });

  it('[DOC-9] makes a file name that every phone takes', () => {
    expect(fileNameOf('决议书', '修/不修?\u202Ecod.exe\n好')).toBe('决议书 修不修cod.exe 好.docx');
    fc.assert(
      fc.property(nasty, (said) => {
        const name = fileNameOf('公示', said);
        expect(name).toMatch(/^公示.*\.docx$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|\n%#]/);
        expect([...name].length).toBeLessThanOrEqual(45);
        expect(name).not.toMatch(HALF);
      }),
      { seed: 9 },
    );
  });

  it('[DOC-9] keeps a title in one line and a cell in as many as it had', () => {
    expect(cleanBlock({ kind: 'title', text: '一\n二' })).toEqual({ kind: 'title', text: '一 二' });
    const columns = [{ title: '甲\n', width: 100, align: 'left' as const }];
    const block = { kind: 'table' as const, columns, rows: [['一\r\n二']], tall: false };
    expect(cleanBlock(block)).toMatchObject({ columns: [{ title: '甲' }], rows: [['一\n二']] });
  });
});
