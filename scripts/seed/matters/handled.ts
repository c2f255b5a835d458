import { characters } from '../community/characters';
import { Proposal } from '../steps/proposal';
import type { Yard } from '../yard';

/** 公事: with the street, whose officer has it on the desk. */
function tellBusStop(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { zheng, li } = characters;
  const proposal = new Proposal(yard, 'lantian');
  story.on(calendar.at(-6, '23:10'), () =>
    proposal.submit(zheng, {
      title: '东门外公交站晚上没得灯',
      text: '东门外头公交站那一段路灯坏了三盏，晚上收工回来黑黢黢的，等车的看不到我，我也看不到等车的。',
      kind: 'lighting',
      photos: ['busStop'],
    }),
  );
  story.on(calendar.at(-5, '12:30'), () => proposal.support(people.votersIn('lantian', -5).slice(1, 5)));
  story.on(calendar.at(-5, '15:45'), () =>
    proposal.triage(li, {
      ...{ route: 'public', holderLabel: '望江街道城管科', holderOffice: 'street-officer' },
      reason: '市政路灯归城管部门管，不用投票，已经转街道，请在五个工作日内答复。',
    }),
  );
}

/** 家事 between neighbours: the grid worker went there; confirmed and closed, with photos of before and after. */
function tellDrip(yard: Yard): void {
  const { story, calendar } = yard;
  const { zhang, li } = characters;
  const proposal = new Proposal(yard, 'xingfuli');
  story.on(calendar.at(-33, '14:20'), () =>
    proposal.submit(zhang, {
      title: '楼上空调水滴到我遮雨棚上',
      text: '一到热天，楼上空调水滴滴答答打在我屋遮雨棚上，一晚上睡不着。我去敲过门，人家白天不在屋头。',
      kind: 'noise',
      photos: ['airDrip'],
    }),
  );
  story.on(calendar.at(-32, '09:00'), () =>
    proposal.triage(li, {
      ...{ route: 'private', holderLabel: '网格员 李小燕', holderOffice: 'grid-worker' },
      reason: '两家人的事，网格员上门说一说就能解决，不用开会。',
    }),
  );
  story.on(calendar.at(-30, '18:40'), () =>
    proposal.closeHandled(li, '晚上上门和楼上住户说了，当场接了根水管引到地漏，两家都满意。', ['airPipe']),
  );
  story.on(calendar.at(-29, '08:00'), () => proposal.confirm(zhang));
}

/** 家事 with the property manager: done, waiting for the one who raised it. */
function tellDoor(yard: Yard): void {
  const { story, calendar } = yard;
  const { he, chen, liu } = characters;
  const proposal = new Proposal(yard, 'xingfuli-3');
  story.on(calendar.at(-5, '19:00'), () =>
    proposal.submit(he, {
      title: '3栋1单元门禁坏了，门一直敞起',
      text: '门禁刷了没反应，门就一直敞起，发小广告的随便进。请物业来修一下。',
      kind: 'property',
      photos: ['doorOpen'],
    }),
  );
  story.on(calendar.at(-4, '09:10'), () =>
    proposal.triage(chen, {
      ...{ route: 'private', holderLabel: '物业 刘经理', holderOffice: 'property-manager' },
      reason: '门禁在物业服务合同里，由物业维修，不用投票。',
    }),
  );
  story.on(calendar.at(-1, '11:30'), () =>
    proposal.closeHandled(liu, '换了读卡器和闭门器，试了二十次都正常。', ['doorShut']),
  );
}

/** What no vote is needed for. */
export function tellHandled(yard: Yard): void {
  tellBusStop(yard);
  tellDrip(yard);
  tellDoor(yard);
}
