import type { MeetingForm } from '@contract/meeting-forms';
import type { Body } from '@contract/decision';
import type { Reader } from '../../kernel/database';
import { BODY_LABELS } from '../motions/words';
import type { FormNamesDocument } from './documents';
import { formNames } from './repository';
import { FORM_BOOK } from './rules/form-book';

/** '民情恳谈会': as the community calls it, else by its standard name; a statutory body's meeting by the body's (FORM-3). */
export function formName(form: MeetingForm, body: Body, names: FormNamesDocument | null): string {
  if (form === 'statutory') return BODY_LABELS[body];
  return names?.named.find((one) => one.form === form)?.name ?? FORM_BOOK[form].name;
}

/** The same, read for a place. */
export async function formNameAt(
  reader: Reader,
  path: readonly string[],
  form: MeetingForm,
  body: Body,
): Promise<string> {
  return formName(form, body, await formNames.onPath(reader, path));
}
