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

/** Seven digits and more, however they are set apart: a telephone number. */
const TELEPHONE = /\d(?:[\s\-()（）—－]*\d){6,}/;

const SENTENCE = '这里不写电话号码，写“办公室主任”这样的职务就行';

/** A sentence for each field that has a telephone number in it: the list is for everybody (ORG-1). */
export function telephoneRefusals(kept: Record<string, string>): Record<string, string> {
  const wrong = Object.entries(kept).filter(([, value]) => TELEPHONE.test(value.normalize('NFKC')));
  return Object.fromEntries(wrong.map(([field]) => [field, SENTENCE]));
}
