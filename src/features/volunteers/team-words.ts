import type { TeamColour, TeamJoining, TeamSummary } from '@contract/teams';
import type { Marked } from './shift-words';

/** What each colour stands for; told in words, never by the colour alone. */
export const COLOUR_NOTES: Record<TeamColour, string> = {
  red: '党员带头，帮困、便民',
  gold: '教育、辅导、讲课',
  silver: '退休的老同志调解邻里的事',
  white: '健康、陪诊、心理',
  blue: '应急、救援、巡防',
  own: '这里自己的队伍',
};

export const JOINING: Record<TeamJoining, string> = {
  open: '谁愿意都可以加入',
  asked: '队长同意就加入',
};

type Mine = NonNullable<TeamSummary['mine']>;
export const MINE: Record<Mine, Marked> = {
  asked: { text: '申请了，等队长同意', tone: 'clay', icon: 'clock' },
  member: { text: '我是队员', tone: 'leaf', icon: 'check' },
  leader: { text: '我是队长', tone: 'leaf', icon: 'check' },
};
