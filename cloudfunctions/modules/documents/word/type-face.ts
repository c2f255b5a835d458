import type { IRunOptions } from 'docx';

/** Faces and sizes after GB/T 9704 (公文格式): sizes in half points. */
export const SIZES = {
  title: 44, // 二号
  body: 32, // 三号
  table: 24, // 小四
  small: 21, // 五号
} as const;

/** mm: the margins of an official document, and so the width of its text. */
export const PAPER = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const;
export const TEXT_WIDTH = PAPER.width - PAPER.left - PAPER.right;

/** Twentieths of a point. */
export const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

// Latin letters and figures in the face that every machine has; the Chinese ones as Word on Windows and WPS name them.
const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

export const FACES = { song: face('宋体'), hei: face('黑体'), fangSong: face('仿宋') } as const;

// Word's own headings are blue and Calibri: each run says what it is.
const BLACK = '000000';

export const TITLE: IRunOptions = { font: FACES.hei, size: SIZES.title, color: BLACK };
export const STRONG: IRunOptions = { font: FACES.hei, size: SIZES.body, color: BLACK };
export const BODY: IRunOptions = { font: FACES.fangSong, size: SIZES.body };
