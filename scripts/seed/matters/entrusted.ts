import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Vote } from '../steps/vote';
import type { Yard } from '../yard';

/** Somebody writes a proxy for the votes of one meeting; gives the code that they hand over. */
async function entrust(yard: Yard, by: Person, holderName: string, motionId: string): Promise<string> {
  const phone = yard.phone(by);
  const { given } = await phone.ask('proxies.ofMotion', { motionId });
  const own = given.find(({ can }) => can.offer === null);
  if (!own) throw new Error(`${by.openid} can entrust nobody`);
  const input = { motionId, entryId: own.entryId, wholeMeeting: true, holderName };
  const after = await phone.tell('proxies.offer', input);
  return after.given.find(({ entryId }) => entryId === own.entryId)?.proxy?.code ?? '';
}

/** Two proxies for the meeting on parking: 王大姐 took up the one of 唐婆婆; 周老师 has still to type in the code of 何静. */
export function tellEntrusted(yard: Yard, vote: Vote, at: number): void {
  const { tangPopo, wang, he, zhou } = characters;
  yard.story.on(at, async () => {
    const code = await entrust(yard, tangPopo, wang.name, vote.detail.id);
    await yard.phone(wang).tell('proxies.accept', { code });
    await entrust(yard, he, zhou.name, vote.detail.id);
  });
}
