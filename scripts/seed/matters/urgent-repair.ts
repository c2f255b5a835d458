import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { SceneName } from '../photos/scenes';
import type { Yard } from '../yard';

const PLACE = 'xingfuli';

/** One step with its day and photo, as the office in charge records it. */
async function step(yard: Yard, by: Person, id: string, name: 'apply' | 'begin', what: Recorded) {
  const { photo, ...said } = what;
  const photos = await yard.photos(by, [photo]);
  const { revision } = await yard.phone(by).ask('repairs.detail', { id });
  await yard.phone(by).tell(`repairs.${name}`, { id, revision, ...said, photos });
}

interface Recorded {
  doneOn: string;
  responsible: string;
  text: string;
  photo: SceneName;
}

/** 外墙掉砖: not voted on, paid from the repair fund; the bill is in public and one neighbour asks about it (URG-5). */
export function tellUrgentRepair(yard: Yard): void {
  const { story, calendar } = yard;
  const { liu, zhao, luo } = characters;
  let id = '';
  story.on(calendar.at(-16, '08:20'), async () => {
    const photos = await yard.photos(liu, ['facade']);
    const found = {
      title: '1栋东墙面砖往下掉',
      kind: 'wall',
      where: '1栋东面外墙，四楼到六楼',
      danger: '昨夜大风，掉了七八块面砖到人行道上，已经拉了警戒线，随时可能再掉。',
      ...{ foundOn: calendar.on(-16), estimate: 1_860_000, placeId: PLACE, photos },
    } as const;
    id = (await yard.phone(liu).tell('repairs.open', found)).id;
  });
  story.on(calendar.at(-15, '10:00'), () =>
    step(yard, zhao, id, 'apply', {
      ...{ doneOn: calendar.on(-15), responsible: '业委会 赵国强', photo: 'paper' },
      text: '业委会已向区住建局申请应急使用维修资金，申请表贴在东门公示栏。',
    }),
  );
  story.on(calendar.at(-13, '15:30'), () =>
    step(yard, liu, id, 'begin', {
      ...{ doneOn: calendar.on(-13), responsible: '物业 刘经理', photo: 'facade' },
      text: '施工队进场，先把松的面砖全部敲下来，再重新贴，搭了防护棚。',
    }),
  );
  story.on(calendar.at(-4, '09:40'), async () => {
    const photos = await yard.photos(liu, ['paper']);
    const { revision } = await yard.phone(liu).ask('repairs.detail', { id });
    await yard.phone(liu).tell('repairs.publish', {
      ...{ id, revision, amount: 1_742_600, contractor: '青江安居建筑维修队', photos },
      ...{ acceptance: '敲击检查没有空鼓，淋水两小时不渗。', doneOn: calendar.on(-5) },
      untilOn: calendar.on(14),
    });
  });
  story.on(calendar.at(-1, '12:10'), () =>
    yard.phone(luo).tell('repairs.object', { id, text: '脚手架费收了四千，只搭了五天，请把合同贴出来。' }),
  );
}
