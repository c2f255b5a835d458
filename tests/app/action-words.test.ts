import { calls } from '@contract/calls';
import { expect, it } from 'vitest';
import { actionWords } from '../../src/features/desk/action-words';

/** All that changes something is recorded, and the record is read by people. */
const commands = Object.entries(calls).filter(([, { kind }]) => kind === 'command');

it('[AUD-2] every call that is recorded has plain words in the record of what was done', () => {
  expect(commands.length).toBeGreaterThan(100);
  const bare = commands.filter(([name]) => !/^[\p{Script=Han}]+$/u.test(actionWords(name)));
  expect(bare.map(([name]) => name)).toEqual([]);
});

it('what the cloud does by itself is told as such, unless it has words of its own', () => {
  expect(actionWords('timer.count')).toBe('系统到点办理');
  expect(actionWords('timer.minutes-final')).toBe('纪要到期定稿');
  expect(actionWords('public.pair')).toBe('连接大屏');
});
