/** What a sealed count says of itself (docs/verify.md); hex in lower case, areas in 0.01 m², instants in epoch ms. */
export interface Header {
  motion: string;
  question: string;
  body: string;
  voters: string;
  rule: string;
  membership: string | null;
  base: string | null;
  turnout: { strict: boolean; num: number; den: number } | null;
  options: number;
  worth: string;
  opens: number;
  closes: number;
  closingChanges: { at: number; from: number; to: number }[];
  /** Null where no paper was taken. */
  paper: { precedence: string; settleMinutes: number } | null;
  roll: string;
  heads: number;
  area: number;
  /** Null in a secret vote, where nobody weighs by area. */
  weights: string | null;
  ballots: number;
  /** Leaves that are no ballots. */
  aside: number;
  cast: { choice: string; heads: number; area: number }[];
  present: number | null;
  outcome: string;
  passed: string | null;
  root: string;
  audit: string;
  counted: number;
}

/** Why a text is no header, in a sentence. */
export class NoHeader extends Error {}

const FORMAT = 'yard-seal-1';
const MAX_OPTIONS = 20;
const NUMBER = '(0|[1-9]\\d{0,14})';
const TIME = '([1-9]\\d{12})';
const HASH = '([0-9a-f]{64})';

/** Reads the lines of a header one after another; each must be the one that is due. */
export class Lines {
  private at = 0;
  /** The lines behind the first two. */
  constructor(private readonly lines: readonly string[]) {}

  /** The values of the line of this name. */
  take(name: string, form: string): string[] {
    const found = new RegExp(`^${name} ${form}$`).exec(this.lines[this.at] ?? '');
    if (!found) throw new NoHeader(`封存内容第 ${this.at + 3} 行应该是“${name}”，现在不是，或者写得不对`);
    this.at += 1;
    return found.slice(1);
  }
  word(name: string, form: string): string {
    return this.take(name, `(${form})`)[0] ?? '';
  }
  number(name: string): number {
    return Number(this.take(name, NUMBER)[0]);
  }
  time(name: string): number {
    return Number(this.take(name, TIME)[0]);
  }
  next(name: string): boolean {
    return this.lines[this.at]?.startsWith(`${name} `) ?? false;
  }
  end(): void {
    if (this.at !== this.lines.length) throw new NoHeader(`封存内容第 ${this.at + 3} 行是多出来的`);
  }
}

/** The lines of a header of this kind behind the first two. @throws NoHeader */
export function linesOf(text: string, kind: 'named' | 'secret', wrong: string): Lines {
  const [format, given, ...rest] = text.split('\n');
  if (format !== FORMAT) throw new NoHeader(`封存内容的第一行不是“${FORMAT}”`);
  if (given !== `kind ${kind}`) throw new NoHeader(wrong);
  if (rest.pop() !== '') throw new NoHeader('封存内容没有写完');
  return new Lines(rest);
}

export const orNull = (word: string) => (word === '-' ? null : word);

function turnoutIn(lines: Lines): Header['turnout'] {
  const [all, more, num, den] = lines.take(
    'turnout',
    '(-|(at-least|more-than) ([1-9]\\d{0,3})\\/([1-9]\\d{0,3}))',
  );
  return all === '-' ? null : { strict: more === 'more-than', num: Number(num), den: Number(den) };
}

function changesIn(lines: Lines): Header['closingChanges'] {
  const changes: Header['closingChanges'] = [];
  while (lines.next('closing-change')) {
    const [at, from, to] = lines.take('closing-change', `${TIME} ${TIME} ${TIME} ${HASH}`).map(Number);
    changes.push({ at: at ?? 0, from: from ?? 0, to: to ?? 0 });
  }
  return changes;
}

/** Left out where no paper was taken. */
export function paperIn(lines: Lines): Header['paper'] {
  if (!lines.next('paper')) return null;
  const [precedence = '', minutes] = lines.take('paper', '(first|latest) (0|[1-9]\\d{0,5})');
  return { precedence, settleMinutes: Number(minutes) };
}

/** Left out where there are none. */
function asideIn(lines: Lines): number {
  return lines.next('aside') ? Number(lines.word('aside', '[1-9]\\d{0,14}')) : 0;
}

export function presentIn(lines: Lines): number | null {
  const word = lines.word('present', '-|0|[1-9]\\d{0,14}');
  return word === '-' ? null : Number(word);
}

/** The choices of a ballot paper with so many options, in its order. */
export function choicesOf(options: number): string[] {
  if (options === 0) return ['yes', 'no', 'abstain'];
  return [...Array.from({ length: options }, (_, n) => `option:${n + 1}`), 'none-of-them', 'abstain'];
}

function castIn(lines: Lines, options: number): Header['cast'] {
  if (options === 1 || options > MAX_OPTIONS) throw new NoHeader('封存内容里的选项数目不对');
  return choicesOf(options).map((choice) => {
    const [heads, area] = lines.take(`cast ${choice}`, `${NUMBER} ${NUMBER}`).map(Number);
    return { choice, heads: heads ?? 0, area: area ?? 0 };
  });
}

export function termsIn(lines: Lines) {
  return {
    motion: lines.word('motion', '[0-9a-f]{32}'),
    question: lines.word('question', '[0-9a-f]{64}'),
    body: lines.word('body', '[a-z-]+'),
    voters: lines.word('voters', 'owner-groups|homes|persons|delegates'),
    rule: lines.word('rule', '[a-z-]+'),
    membership: orNull(lines.word('membership', '-|adults|households')),
    base: orNull(lines.word('base', '-|cast|all')),
    turnout: turnoutIn(lines),
    options: lines.number('options'),
    worth: lines.word('worth', 'statutory|straw|opinion'),
    opens: lines.time('opens'),
    closes: lines.time('closes'),
    closingChanges: changesIn(lines),
  };
}

/** The last but the last lines: what came of it. */
export const outcomeIn = (lines: Lines) => ({
  outcome: lines.word('outcome', 'passed|not-passed|no-quorum|no-threshold'),
  passed: orNull(lines.word('passed', '-|yes|option:[1-9]\\d?')),
});

/** What the seal binds besides: the root, the end of the audit log, the time. */
export const endIn = (lines: Lines) => ({
  root: lines.word('root', '[0-9a-f]{64}'),
  audit: lines.word('audit', '0 -|[1-9]\\d{0,14} [0-9a-f]{64}'),
  counted: lines.time('counted'),
});

/**
 * Reads a header strictly: every line in its place and in its one form.
 * @throws NoHeader with the reason
 */
export function readHeader(text: string): Header {
  const lines = linesOf(text, 'named', '这不是记名表决的封存内容');
  const terms = termsIn(lines);
  const header: Header = {
    ...terms,
    paper: paperIn(lines),
    roll: lines.word('roll', '[0-9a-f]{64}'),
    heads: lines.number('heads'),
    area: lines.number('area'),
    weights: lines.word('weights', '[0-9a-f]{64}'),
    ballots: lines.number('ballots'),
    aside: asideIn(lines),
    cast: castIn(lines, terms.options),
    present: presentIn(lines),
    ...outcomeIn(lines),
    ...endIn(lines),
  };
  lines.end();
  return header;
}
