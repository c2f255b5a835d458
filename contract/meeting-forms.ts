import { z } from 'zod';
import { command, query } from './call';
import type { Body } from './decision';
import type { Can } from './envelope';
import { clientId, id, text } from './fields';
import { CONVENING_OFFICES } from './roles';

export const MEETING_FORMS = [
  'yard', // 坝坝会
  'council', // 议事会
  'hearing', // 听证会
  'talk', // 恳谈会
  'round-table', // 圆桌议事
  'building', // 楼栋会
  'statutory', // the meeting of a body that the law knows, by its own name
] as const;

/** How people come together; what a form is for and whether it decides: modules/forms/rules. */
export type MeetingForm = (typeof MEETING_FORMS)[number];

/** Those that a community may call by names of its own. */
export const NAMED_FORMS = ['yard', 'council', 'hearing', 'talk', 'round-table', 'building'] as const;

/** One form as it is held in a place. */
export interface FormView {
  form: MeetingForm;
  /** The community's own name for it, else the standard one: '民情恳谈会'. */
  name: string;
  standardName: string;
  /** What it is for, in one sentence. */
  purpose: string;
  /** Who is invited if nothing else is said. */
  invited: string;
  decides: boolean;
  /** '可以在会上表决', or why nothing is decided there. */
  decidesWords: string;
  gathersBefore: boolean;
  gathersAfter: boolean;
  /** Usual lines of its agenda. */
  agenda: string[];
  /** In the name of which bodies it meets here. */
  bodies: Body[];
}

export interface FormsView {
  placeId: string;
  /** Those that can be held in this place. */
  forms: FormView[];
  /** The community that names them; null outside of any. */
  community: { id: string; name: string } | null;
  /** What the community named. */
  named: { form: (typeof NAMED_FORMS)[number]; name: string; purpose: string }[];
  revision: number;
  can: Can<'name'>;
}

export const formCalls = {
  'forms.list': query(
    { roles: CONVENING_OFFICES, relation: 'office-place' },
    z.strictObject({ placeId: id }),
  ).returns<FormsView>(),
  /** Names the community's own forms, all of them at once; a form that is left out has its standard name again (FORM-3). */
  'forms.name': command(
    { roles: ['secretary', 'residents-committee', 'villagers-committee'], relation: 'office-place' },
    z.strictObject({
      clientId,
      placeId: id,
      /** 0 where nothing was named yet. */
      revision: z.int().min(0),
      named: z
        .array(
          z.strictObject({
            form: z.enum(NAMED_FORMS, '请选择是哪一种会'),
            name: text(12, '会议的叫法'),
            purpose: text(60, '用来做什么'),
          }),
        )
        .max(NAMED_FORMS.length)
        .refine(
          (rows) => new Set(rows.map(({ form }) => form)).size === rows.length,
          '同一种会只能起一个名字',
        ),
    }),
  ).returns<FormsView>(),
};
