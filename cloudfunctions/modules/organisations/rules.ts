import type { OrganisationKind } from '@contract/organisations';

export const KIND_LABELS: Record<OrganisationKind, string> = {
  government: '机关事业单位',
  school: '学校、幼儿园',
  medical: '医院、卫生站',
  police: '派出所、消防',
  enterprise: '企业、商户',
  finance: '银行、保险',
  social: '社会组织',
  other: '其他单位',
};

const DIGITS = '〇一二三四五六七八九';
/** Seven digits and more, in figures or written out, however signs or spaces set them apart: a telephone number. */
const TELEPHONE = /\d(?:[\s\p{Pd}().,/·•_+*~]*\d){6,}/u;
/** A day is none, and a span of years is none: '2026-03-01', '2026.3.1', '2026-2027'. */
const DAY = /(?<!\d)20\d\d[-./](?:20\d\d|[01]?\d[-./][0-3]?\d)(?!\d)/g;

const figures = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('零', '〇')
    .replaceAll('幺', '一')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(DAY, '日');

const SENTENCE = '这里不写电话号码，写“办公室主任”这样的职务就行';

/** A sentence for each field that has a telephone number in it: the list is for everybody (ORG-1). */
export function telephoneRefusals(kept: Record<string, string>): Record<string, string> {
  const wrong = Object.entries(kept).filter(([, value]) => TELEPHONE.test(figures(value)));
  return Object.fromEntries(wrong.map(([field]) => [field, SENTENCE]));
}
