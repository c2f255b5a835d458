import { characters } from '../community/characters';
import type { Yard } from '../yard';

const KNOWN = [
  {
    name: '蓝田社区卫生服务站',
    kind: 'medical',
    contact: '站长',
    offers: '免费量血压、办慢病卡，可以到会上讲怎么用药',
  },
  {
    name: '望江路派出所',
    kind: 'police',
    contact: '社区民警',
    offers: '讲防骗、防盗，调解邻里纠纷，来看路口和停车',
  },
  {
    name: '青江市第三小学',
    kind: 'school',
    contact: '后勤主任',
    offers: '周末借操场、会议室',
  },
] as const;

/** 驻区单位; gives their ids by name, filled as they are entered. */
export function tellOrganisations(yard: Yard): ReadonlyMap<string, string> {
  const { story, calendar } = yard;
  const ids = new Map<string, string>();
  story.on(calendar.at(-12, '09:00'), async () => {
    for (const organisation of KNOWN) {
      const input = { placeId: 'lantian', ...organisation };
      const { id } = await yard.phone(characters.hu).tell('organisations.add', input);
      ids.set(organisation.name, id);
    }
  });
  return ids;
}
