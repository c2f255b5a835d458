import type { Block, Column } from '@contract/documents';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { FACES, SIZES, TEXT_WIDTH, twips } from './type-face';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const ALIGN = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;
const LABEL_WIDTH = 24;
/** Twips: the height of a row that somebody signs in. */
const TALL = 620;
const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
const CODE_PX = 120;

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  ...{ top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
  ...{ insideHorizontal: NO_LINE, insideVertical: NO_LINE },
};

function widthsOf(columns: readonly Pick<Column, 'width'>[]): number[] {
  return columns.map(({ width }) => Math.round((twips(TEXT_WIDTH) * width) / 100));
}

interface Cell {
  text: string;
  width: number;
  strong: boolean;
  align?: Column['align'];
}

function cell({ text, width, strong, align = 'left' }: Cell): TableCell {
  const run = { font: strong ? FACES.hei : FACES.fangSong, size: SIZES.table };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    verticalAlign: VerticalAlign.CENTER,
    children: text
      .split('\n')
      .map(
        (line) => new Paragraph({ alignment: ALIGN[align], children: [new TextRun({ ...run, text: line })] }),
      ),
  });
}

function tableOf(widths: number[], rows: TableRow[], borders?: typeof NO_LINES): Table {
  return new Table({
    rows,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(borders && { borders }),
  });
}

/** A table whose head is repeated on each page, and whose rows are not broken over two. */
export function table({ columns, rows, tall }: Of<'table'>): Table {
  const widths = widthsOf(columns);
  const height = tall ? { height: { value: TALL, rule: HeightRule.ATLEAST } } : {};
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, align }, n) =>
      cell({ text: title, width: widths[n] ?? 0, strong: true, align }),
    ),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        ...height,
        cantSplit: true,
        children: columns.map(({ align }, n) =>
          cell({ text: row[n] ?? '', width: widths[n] ?? 0, strong: false, align }),
        ),
      }),
  );
  return tableOf(widths, [head, ...body]);
}

/** Labels and what they say, as the two columns of a form. */
export function lines({ lines: all }: Of<'lines'>): Table {
  const widths = widthsOf([{ width: LABEL_WIDTH }, { width: 100 - LABEL_WIDTH }]);
  const [label = 0, value = 0] = widths;
  const rows = all.map(
    (line) =>
      new TableRow({
        children: [
          cell({ text: line.label, width: label, strong: true }),
          cell({ text: line.value, width: value, strong: false }),
        ],
      }),
  );
  return tableOf(widths, rows);
}

const DATA_ADDRESS = /^data:image\/(png|jpeg);base64,(.+)$/;

function picture(image: string, caption: string): ImageRun {
  const [, type, data] = DATA_ADDRESS.exec(image) ?? [];
  if (!type || !data) throw new Error('a code is a data: address of a PNG or JPEG');
  const words = caption.replace(/\n/g, '，');
  return new ImageRun({
    type: type === 'png' ? 'png' : 'jpg',
    data: Buffer.from(data, 'base64'),
    transformation: { width: CODE_PX, height: CODE_PX },
    altText: { name: words, title: words, description: words },
  });
}

/** Pictures side by side, each with its words below. */
export function codes({ codes: all }: Of<'codes'>): Table {
  const widths = widthsOf(all.map(() => ({ width: 100 / all.length })));
  const center = { alignment: AlignmentType.CENTER } as const;
  const run = { font: FACES.fangSong, size: SIZES.small };
  const children = all.map(({ image, caption }, n) => {
    const words = caption
      .split('\n')
      .map((text) => new Paragraph({ ...center, children: [new TextRun({ ...run, text })] }));
    const shown = new Paragraph({ ...center, keepNext: true, children: [picture(image, caption)] });
    return new TableCell({
      width: { size: widths[n] ?? 0, type: WidthType.DXA },
      children: [shown, ...words],
    });
  });
  return tableOf(widths, [new TableRow({ cantSplit: true, children })], NO_LINES);
}
