import type { Block, DocumentKind, PrintedDocument } from '@contract/documents';
import { cleanBlock, fileNameOf, oneLine } from './text';

/** A paper before its text is cleaned and it gets its file's name. */
export interface Draft {
  name: string;
  title: string;
  /** What tells it from its likes in a folder: '3栋', '第2份'. */
  apart?: string[];
  part?: PrintedDocument['part'];
  blocks: Block[];
}

/** The one gate through which every paper goes, to the page and to Word alike (DOC-9, DOC-11). */
export function paperOf(kind: DocumentKind, draft: Draft, madeAt: number): PrintedDocument {
  const { name, title, apart = [], part = { number: 1, of: 1 }, blocks } = draft;
  return {
    ...{ kind, name, title: oneLine(title), madeAt, part },
    fileName: fileNameOf(name, ...apart, title),
    blocks: blocks.map(cleanBlock),
  };
}
