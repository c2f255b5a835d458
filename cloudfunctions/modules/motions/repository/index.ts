export { type BallotChange, ballots, revisionOf } from './ballots';
export { figures } from './figures';
export { motions } from './motions';
export { papers } from './papers';
export { type RollDoor, rollEntries, rolls } from './rolls';
export { countParts, countSeals } from './seals';
export { boxes, choices, marks } from './secret';
