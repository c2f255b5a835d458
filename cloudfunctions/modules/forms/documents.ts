import type { NAMED_FORMS } from '@contract/meeting-forms';

/** Collection `meeting_forms`; `_id` is the community's: what it calls its forms of meeting. */
export interface FormNamesDocument {
  _id: string;
  named: { form: (typeof NAMED_FORMS)[number]; name: string; purpose: string }[];
  revision: number;
}
