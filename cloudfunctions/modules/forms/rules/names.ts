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
  /业主大会|业主代表|居民(代表)?会议|村民(代表|小组)?会议|居民委员会|村民委员会|业主委员会|居委会|村委会|业委会/;

/** A sentence for each name that misleads: of a statutory body, of another form, or given twice (FORM-4). */
export function nameRefusals(named: readonly FormName[]): Record<string, string> {
  const wrong = named.map(({ form, name }, n): [string, string | null] => {
    const field = `named.${n}.name`;
    if (STATUTORY.test(name)) return [field, '这是法律规定的组织或会议的名字，请换一个'];
    const standard = MEETING_FORMS.some((one) => one !== form && FORM_BOOK[one].name === name);
    const twice = named.some((one, at) => at !== n && one.name === name);
    return [field, standard || twice ? '这个名字已经是另一种会的叫法，请换一个' : null];
  });
  return Object.fromEntries(wrong.flatMap(([field, sentence]) => (sentence ? [[field, sentence]] : [])));
}
