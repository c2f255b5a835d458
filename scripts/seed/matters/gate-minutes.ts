import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Vote } from '../steps/vote';
import type { Yard } from '../yard';

/** The minutes of a meeting of which somebody who was there wants a line put right; nobody has answered yet (MIN-3). */
export function tellCorrection(yard: Yard, vote: Vote, [first, second]: readonly Person[]): void {
  const { story, calendar } = yard;
  if (!first || !second) throw new Error('nobody came to the meeting');
  const idOf = () => vote.detail.meetingId ?? '';
  story.on(calendar.at(-1, '13:00'), async () => {
    const id = idOf();
    await yard.phone(first).tell('minutes.askCorrection', {
      ...{ id, itemId: 'topic', wrong: '写的是“登记不超过一分钟”' },
      should: '会上说好的是半分钟，骑手等不起。',
    });
    await yard.phone(second).tell('minutes.askCorrection', {
      ...{ id, itemId: null, wrong: '没写物业答应夜里加一个人值守' },
      should: '物业刘经理当场答应夜里再加一个人值守。',
    });
  });
  story.on(calendar.at(-1, '16:20'), async () => {
    const { corrections } = await yard.by('chen').ask('minutes.record', { id: idOf() });
    const asked = corrections.find(({ itemId }) => itemId === 'topic');
    const reason = '翻了录音，刘经理说的是“一分钟之内”，这一句不改。';
    const answer = { id: idOf(), correctionId: asked?.id ?? '', reason };
    await yard.phone(characters.chen).tell('minutes.declineCorrection', answer);
  });
}
