import { characters } from '../community/characters';
import { Proposal } from '../steps/proposal';
import type { Yard } from '../yard';

/** Returned with a reason: one author writes anew, one appeals and waits for another officer, one took it back by himself. */
function tellReturned(yard: Yard): void {
  const { story, calendar } = yard;
  const { zheng, zhang, luo, chen, li } = characters;
  const riders = new Proposal(yard, 'xingfuli');
  story.on(calendar.at(-4, '22:00'), () =>
    riders.submit(zheng, {
      title: '送餐的车可以进小区',
      text: '让我们骑车进来嘛，跑路送太慢了。',
      kind: 'property',
    }),
  );
  story.on(calendar.at(-2, '10:10'), () =>
    riders.giveBack(chen, '请写清楚想在几点到几点、走哪个门、骑多快，改好了再提，大家才好商量。'),
  );
  const tree = new Proposal(yard, 'xingfuli');
  story.on(calendar.at(-8, '08:05'), () =>
    tree.submit(zhang, {
      title: '把中庭那两棵黄桷树砍了',
      text: '黄桷树把二楼的光全部挡完了，屋头白天都要开灯，干脆砍了。',
      kind: 'greening',
    }),
  );
  story.on(calendar.at(-7, '10:30'), () =>
    tree.giveBack(li, '这两棵黄桷树是登记保护的大树，不能砍，社区也不能组织投票。'),
  );
  story.on(calendar.at(-6, '08:00'), () =>
    tree.appeal(zhang, '我话说急了，不是要砍完，就是把挡到窗子的那几枝修一修，这个总可以商量嘛。'),
  );
  const water = new Proposal(yard, 'xingfuli-3');
  story.on(calendar.at(-19, '20:50'), () =>
    water.submit(luo, {
      title: '4单元水压小得很',
      text: '早晚洗澡水都出不来，请物业看一下。',
      kind: 'pipes',
    }),
  );
  story.on(calendar.at(-18, '18:30'), () => water.withdraw(luo, '水司今天已经修好了，不麻烦大家了。'));
}

/** New ones that nobody has sorted yet, the last of them held by the content check. */
function tellNew(yard: Yard): void {
  const { story, calendar } = yard;
  const { tangPopo, fang, zhong } = characters;
  const cover = new Proposal(yard, 'xingfuli-3-2');
  story.on(calendar.ago(27), () =>
    cover.submit(tangPopo, {
      title: '2单元门口井盖松了',
      text: '踩上去咣当响，边边翘起来一截，晚上走路怕绊到。',
      kind: 'safety',
      photos: ['manhole'],
    }),
  );
  const games = new Proposal(yard, 'xingfuli');
  story.on(calendar.ago(7), () =>
    games.submit(fang, {
      title: '中庭给娃儿画几个跳格子',
      text: '娃儿放学没得耍处，光看手机。在中庭水泥地上画几个跳格子、下五子棋的格子，花不了几个钱。',
      kind: 'other',
    }),
  );
  const fees = new Proposal(yard, 'xingfuli');
  story.on(calendar.ago(5), () =>
    fees.submit(zhong, {
      title: '停车费收了好多，账在哪里',
      text: '物业收的停车费一年有好几万，从来没见贴过账，是不是遭哪个吃了？（测试待审）',
      kind: 'property',
    }),
  );
}

/** Somebody who has just come and shows a certificate for the home. */
function tellClaim(yard: Yard): void {
  const { story, calendar, people } = yard;
  story.on(calendar.ago(20), async () => {
    const photos = await yard.photos(people.is('xu'), ['certificate']);
    await yard.by('xu').tell('members.claimWithProof', {
      ...{ homeId: yard.homeId('2栋1单元301'), relation: 'co-owner', registerName: '许诺', photos },
      note: '房子是我和我爸两个人的名字，信箱码没收到，传一张不动产权证。',
    });
  });
}

/** What lies on the desks of secretary, grid worker and committee. */
export function tellDesk(yard: Yard): void {
  tellReturned(yard);
  tellNew(yard);
  tellClaim(yard);
}
