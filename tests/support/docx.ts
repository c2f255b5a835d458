import { inflateRawSync } from 'node:zlib';
import { JSDOM } from 'jsdom';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

/** The files of a zip by their names, read from its central directory. @throws Error where it is none */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('no zip: its directory is missing');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no zip: an entry is missing');
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + size);
    const path = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(path, method === STORED ? content : inflateRawSync(content));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** What a Word file says. */
export interface WordText {
  /** All its text, paragraphs and cells each on a line. */
  text: string;
  /** Texts of its headings. */
  headings: string[];
  /** Rows of its tables, each as the texts of its cells. */
  rows: string[][];
  pictures: number;
}

const texts = (node: Element, tag: string) => [...node.getElementsByTagName(tag)];
const paragraphText = (paragraph: Element) =>
  texts(paragraph, 'w:t')
    .map((run) => run.textContent ?? '')
    .join('');
const textOf = (node: Element) => texts(node, 'w:p').map(paragraphText).join('\n');

/** Opens a .docx as strictly as a parser can. @throws Error where it is no zip, or a part of it is not well-formed XML */
export function readWord(bytes: Buffer): WordText {
  const files = unzip(bytes);
  for (const [name, content] of files) {
    if (/\.(xml|rels)$/.test(name)) new JSDOM(content.toString('utf8'), { contentType: 'text/xml' });
  }
  const main = files.get('word/document.xml');
  if (!main || !files.has('[Content_Types].xml')) throw new Error('no Word file');
  const { document } = new JSDOM(main.toString('utf8'), { contentType: 'text/xml' }).window;
  const body = document.documentElement;
  const isHeading = (paragraph: Element) =>
    texts(paragraph, 'w:pStyle').some((style) => (style.getAttribute('w:val') ?? '').startsWith('Heading'));
  return {
    text: textOf(body),
    headings: texts(body, 'w:p').filter(isHeading).map(paragraphText),
    rows: texts(body, 'w:tr').map((row) => texts(row, 'w:tc').map(textOf)),
    pictures: [...files.keys()].filter((name) => /^word\/media\/./.test(name)).length,
  };
}
