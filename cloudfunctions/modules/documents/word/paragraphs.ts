import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { BODY, FACES, SIZES, STRONG, TITLE } from './type-face';

/** 26 pt, near the 28 of an official document, so that a notice is two pages; more where a sign is higher. */
const LINE = { line: 520, lineRule: LineRuleType.AT_LEAST } as const;
/** Two characters of 三号. */
const INDENT = { firstLine: 640 } as const;
/** Signs of a line to be written on. */
const BLANK = '\u3000'.repeat(12);

function said(text: string, run: IRunOptions, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ ...run, text })] });
}

export function title(text: string): Paragraph {
  return said(text, TITLE, {
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 120, line: 640, lineRule: LineRuleType.AT_LEAST },
    keepNext: true,
  });
}

export function number(text: string): Paragraph {
  const run = { font: FACES.fangSong, size: SIZES.table };
  return said(text, run, { alignment: AlignmentType.CENTER, spacing: { after: 240 } });
}

export function heading(text: string): Paragraph {
  return said(text, STRONG, {
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 60, ...LINE },
  });
}

/** Each line a paragraph of its own, indented as in a letter. */
export function paragraphs(text: string): Paragraph[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, n) => {
    const after = n === lines.length - 1 ? 120 : 0;
    return said(line, BODY, { indent: INDENT, spacing: { after, ...LINE } });
  });
}

export function small(text: string): Paragraph[] {
  const run = { font: FACES.fangSong, size: SIZES.small };
  return text.split('\n').map((line) => said(line, run, { spacing: { before: 40, after: 40 } }));
}

export function choice(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 160, after: 160 },
    indent: { left: 1280, hanging: 640 },
    keepLines: true,
    children: [
      new TextRun({ font: FACES.song, size: SIZES.title, text: '□' }),
      new TextRun({ ...BODY, text: `　${text}` }),
    ],
  });
}

/** '投票人签名：________' */
export function signature(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 240, after: 120 },
    keepLines: true,
    children: [
      new TextRun({ ...BODY, text: `${text}：` }),
      new TextRun({ ...BODY, text: BLANK, underline: {} }),
    ],
  });
}

/** Who issues it and the day, at the right, with room for the stamp over both. */
export function stamp(issuer: string, on: string): Paragraph[] {
  const atRight = { alignment: AlignmentType.RIGHT, keepLines: true, spacing: { ...LINE } } as const;
  return [
    said(issuer, BODY, { ...atRight, keepNext: true, spacing: { ...LINE, before: 480 } }),
    said('（盖章）', { font: FACES.fangSong, size: SIZES.table }, { ...atRight, keepNext: true }),
    said(on, BODY, atRight),
  ];
}

/** Next to nothing in height: what keeps two tables apart, and what begins a new page. */
export function gap(pageBreakBefore = false): Paragraph {
  const spacing = { line: 120, lineRule: LineRuleType.EXACT } as const;
  return new Paragraph({ pageBreakBefore, spacing, children: [] });
}
