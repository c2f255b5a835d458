export { ballots } from './ballots';
export { figures } from './figures';
export { motions } from './motions';
export { rollEntries, rolls } from './rolls';
