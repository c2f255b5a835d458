import type { Body } from '@contract/decision';
import type { MeetingForm } from '@contract/meeting-forms';
import type { PlaceKind } from '@contract/places';

/** What a form of meeting is: the same everywhere, whatever a community calls it. */
export interface FormTerms {
  name: string;
  purpose: string;
  /** Who is invited if nothing else is said. */
  invited: string;
  /** Whether it can put anything to a vote that decides (FORM-2). */
  decides: boolean;
  gathersBefore: boolean;
  gathersAfter: boolean;
  agenda: readonly string[];
  /** Kinds of place whose people meet so. */
  places: readonly PlaceKind[];
  /** In the name of which bodies. */
  bodies: readonly Body[];
}

const WIDE: readonly PlaceKind[] = [
  'area',
  'community',
  'village-group',
  'estate',
  'park',
  'office-building',
];
const PARTS: readonly PlaceKind[] = ['building', 'unit'];
const NEIGHBOURS = '住在这里和在这里有房的邻居';
/** A meeting by the community's own rules, with no statute behind it. */
const HOUSE: readonly Body[] = ['yard'];

export const FORM_BOOK: Record<MeetingForm, FormTerms> = {
  yard: {
    name: '坝坝会',
    purpose: '大家一起说事、商量、按一户一票作决定',
    invited: NEIGHBOURS,
    decides: true,
    gathersBefore: false,
    gathersAfter: false,
    agenda: [],
    places: [...WIDE, ...PARTS],
    bodies: HOUSE,
  },
  council: {
    name: '议事会',
    purpose: '先把一件事议透，拿出办法，再交给大家决定',
    invited: '议事会成员，和这件事有关的邻居',
    decides: false,
    gathersBefore: true,
    gathersAfter: false,
    agenda: ['说清楚是什么事', '各方说意见', '议出办法', '接下来交给谁决定'],
    places: WIDE,
    bodies: HOUSE,
  },
  hearing: {
    name: '听证会',
    purpose: '作决定以前，听受影响的人当面说',
    invited: '受影响的邻居，提方案的一方',
    decides: false,
    gathersBefore: true,
    gathersAfter: true,
    agenda: ['提方案的一方说明', '受影响的人发言', '回应提问', '记下意见'],
    places: [...WIDE, ...PARTS],
    bodies: HOUSE,
  },
  talk: {
    name: '恳谈会',
    purpose: '听大家最近有什么难处、什么想法',
    invited: NEIGHBOURS,
    decides: false,
    gathersBefore: true,
    gathersAfter: true,
    agenda: ['上次说的事办得怎么样', '大家说说最近的事', '哪些马上办，由谁办'],
    places: [...WIDE, ...PARTS],
    bodies: HOUSE,
  },
  'round-table': {
    name: '圆桌议事',
    purpose: '定期坐到一起，会前收建议，会后一条一条答复',
    invited: '提了建议的邻居，有关单位',
    decides: false,
    gathersBefore: true,
    gathersAfter: true,
    agenda: ['上次建议的办理情况'],
    places: [...WIDE, ...PARTS],
    bodies: HOUSE,
  },
  building: {
    name: '楼栋会',
    purpose: '本楼栋（单元）的事，本楼栋的住户自己商量',
    invited: '只有本楼栋（单元）的住户',
    decides: true,
    gathersBefore: false,
    gathersAfter: false,
    agenda: [],
    places: PARTS,
    bodies: HOUSE,
  },
  statutory: {
    name: '法定会议',
    purpose: '业主大会、居民会议、村民会议等，按法律规定开、按法律规定表决',
    invited: '法律规定的人',
    decides: true,
    gathersBefore: false,
    gathersAfter: false,
    agenda: [],
    places: [...WIDE, ...PARTS],
    bodies: [
      'owners',
      'residents-assembly',
      'residents-delegates',
      'villagers-assembly',
      'villagers-delegates',
      'villagers-group',
    ],
  },
};

/** The form of a meeting that names none: the yard's, or that of its statutory body (FORM-1). */
export function formOf({ form, body }: { form?: MeetingForm | null; body: Body }): MeetingForm {
  return form ?? (body === 'yard' ? 'yard' : 'statutory');
}

/** Why a form cannot be held there or in that body's name, as a sentence, or null (FORM-1). */
export function formRefusal(form: MeetingForm, body: Body, kind: PlaceKind): string | null {
  const { bodies, places } = FORM_BOOK[form];
  if (!bodies.includes(body)) return '这种会不由这个组织来开，请重新选择';
  if (places.includes(kind)) return null;
  return form === 'building' ? '楼栋会要选到具体的楼栋或单元' : '这种会不在这个范围开，请选大一些的范围';
}

/** Whether a meeting may take a vote of that worth: a form that decides nothing only asks for opinions (FORM-2). */
export function formVoteRefusal(
  meeting: { form?: MeetingForm | null; body: Body },
  worth: string,
): 'FORM_NO_DECISION' | null {
  return FORM_BOOK[formOf(meeting)].decides || worth === 'opinion' ? null : 'FORM_NO_DECISION';
}
