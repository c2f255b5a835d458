import type { Block, PrintedDocument } from '@contract/documents';
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ISectionOptions,
  type Table,
  TextRun,
} from 'docx';
import * as text from './paragraphs';
import * as tables from './tables';
import { BODY, PAPER, SIZES, twips } from './type-face';

type Part = Paragraph | Table;

function partsOf(block: Block): Part[] {
  switch (block.kind) {
    case 'title':
      return [text.title(block.text)];
    case 'number':
      return [text.number(block.text)];
    case 'heading':
      return [text.heading(block.text)];
    case 'paragraph':
      return text.paragraphs(block.text);
    case 'small':
      return text.small(block.text);
    case 'lines':
      return [tables.lines(block), text.gap()];
    case 'table':
      return [tables.table(block), text.gap()];
    case 'choices':
      return block.choices.map(text.choice);
    case 'signatures':
      return block.lines.map(text.signature);
    case 'stamp':
      return text.stamp(block.issuer, block.on);
    case 'codes':
      return [tables.codes(block), text.gap()];
    case 'page-break':
      return [text.gap(true)];
  }
}

/** '— 1 —' at the foot of each page. */
function footer(): Footer {
  const run = { font: '宋体', size: SIZES.table };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const PAGE: ISectionOptions['properties'] = {
  page: {
    size: { width: twips(PAPER.width), height: twips(PAPER.height) },
    margin: {
      top: twips(PAPER.top),
      right: twips(PAPER.right),
      bottom: twips(PAPER.bottom),
      left: twips(PAPER.left),
    },
  },
};

/** The bytes of a .docx with real headings and tables (DOC-11). */
export async function bytesOf({ name, title, blocks }: PrintedDocument): Promise<Buffer> {
  const document = new Document({
    creator: '坝坝会',
    title: `${name}：${title}`,
    styles: { default: { document: { run: { ...BODY, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [{ properties: PAGE, footers: { default: footer() }, children: blocks.flatMap(partsOf) }],
  });
  return Packer.toBuffer(document);
}
