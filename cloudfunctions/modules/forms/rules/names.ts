import { MEETING_FORMS } from '@contract/meeting-forms';
import { FORM_BOOK } from './form-book';

/** What a community calls one of its forms. */
export interface FormName {
  form: string;
  name: string;
  purpose: string;
}

/** Names of bodies that the law knows: a meeting called so would promise a vote that it cannot hold (FORM-4). */
const STATUTORY =
  /业主(大会|会议|代表|共同决定)|(居民|村民)(代表|小组)*(大会|会议|会$)|居民委员会|村民委员会|业主委员会|居委会|村委会|业委会/;

const TRADITIONAL: Readonly<Record<string, string>> = {
  業: '业',
  會: '会',
  議: '议',
  員: '员',
  組: '组',
  聽: '听',
  證: '证',
};

/** As it is read: without what stands between its characters, and in the characters of the law. */
const read = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[業會議員組聽證]/g, (character) => TRADITIONAL[character] ?? character);

/** A sentence for each name that misleads: of a statutory body, of another form, or given twice (FORM-4). */
export function nameRefusals(named: readonly FormName[]): Record<string, string> {
  const wrong = named.map(({ form, name }, n): [string, string | null] => {
    const field = `named.${n}.name`;
    const spoken = read(name);
    if (STATUTORY.test(spoken)) return [field, '这是法律规定的组织或会议的名字，请换一个'];
    const standard = MEETING_FORMS.some((one) => one !== form && FORM_BOOK[one].name === spoken);
    const twice = named.some((one, at) => at !== n && read(one.name) === spoken);
    return [field, standard || twice ? '这个名字已经是另一种会的叫法，请换一个' : null];
  });
  return Object.fromEntries(wrong.flatMap(([field, sentence]) => (sentence ? [[field, sentence]] : [])));
}
