import type { VoteFacts } from './facts';

/** Points, and characters of a line, as a ballot of A4 is set (word/type-face.ts); measured on pages that LibreOffice made. */
const ROW = { padding: 6, line: 16, characters: 16 } as const;
const BODY = { line: 26, characters: 26 } as const;
const CELL = { line: 16, characters: 27 } as const;
const SMALL = { line: 14, characters: 41 } as const;
const CHOICE = 42;
const HEADER = 22;

/** What a secret ballot of one line of text and three choices leaves. One that is signed is full: it has the voter, their signature, the roll. */
const LEFT = 140;

const linesOf = (text: string, characters: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);

/** Height of a table in two columns. */
function heightOf(rows: readonly string[][]): number {
  return rows.reduce((sum, cells) => {
    const lines = Math.max(...cells.map((cell) => linesOf(cell, ROW.characters)));
    return sum + ROW.padding + ROW.line * lines;
  }, HEADER);
}

/** Whether a ballot of this vote stays on one page with such a table on it. */
export function fitsOnBallot(
  vote: Pick<VoteFacts, 'secret' | 'title' | 'text' | 'choices' | 'extension'>,
  lead: string,
  rows: readonly string[][],
): boolean {
  if (!vote.secret) return false;
  const { title, text, choices, extension } = vote;
  const taken = [
    BODY.line * (linesOf(text, BODY.characters) - 1),
    CELL.line * (linesOf(title, CELL.characters) - 1),
    CHOICE * (choices.length - 3),
    SMALL.line * (extension ? linesOf(extension, SMALL.characters) + 1 : 0),
    SMALL.line * (linesOf(lead, SMALL.characters) - 2),
  ];
  const room = LEFT - taken.reduce((sum, one) => sum + one, 0);
  return heightOf(rows) <= room;
}
