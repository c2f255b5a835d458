import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Choice } from '../../../contract/decision';
import { forAll } from '../gateway';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';

const PLACE = 'xingfuli-3';

/** Who casts what; in a secret vote a home is asked for once, by whoever comes first. */
async function castSecretly(yard: Yard, motionId: string, given: readonly (readonly [Person, Choice])[]) {
  await forAll(given, async ([by, choice]) => {
    const phone = yard.phone(by);
    const { mine } = await phone.ask('motions.detail', { id: motionId });
    const own = mine.find(({ may }) => may === null);
    if (!own) throw new Error(`${by.openid} has no vote in the secret ballot`);
    await phone.tell('motions.castSecret', { motionId, entryId: own.entryId, choice });
  });
}

/** 楼栋联络人: neighbours about neighbours, so in secret, with a box for those who want paper. */
export function tellSecretVote(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { zhou, wang, tangPopo, he } = characters;
  const vote = new Vote(yard);
  const window = { opensAt: calendar.at(-1, '09:00'), closesAt: calendar.at(4, '20:00') };
  story.on(calendar.at(-2, '10:30'), async () => {
    await vote.draft(zhou, {
      title: '3栋装电梯的联络人，选哪一位？',
      text: '施工期间帮大家传话、盯进度，没有报酬。都是邻居，当面不好说，所以用无记名投票：哪个投了看得到，投给哪个谁也查不到。',
      ...{ placeId: PLACE, body: 'yard', subject: 'yard-matter', base: 'cast', worth: 'straw' },
      ...{ options: ['2单元 刘大爷', '1单元 何静', '4单元 罗勇'], ballot: 'secret', window },
      paper: { precedence: 'first' },
    });
    await vote.announce(zhou);
  });
  const others = people.votersIn(PLACE, -2, [wang, zhou, he, tangPopo]);
  const choices: readonly Choice[] = ['option:1', 'option:2', 'option:1', 'abstain', 'option:3', 'option:2'];
  const given = choices.flatMap((choice, n) => others.slice(n, n + 1).map((by) => [by, choice] as const));
  story.on(calendar.at(-1, '19:10'), () => castSecretly(yard, vote.detail.id, given));
}
