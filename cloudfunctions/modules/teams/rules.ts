import type { TeamColour } from '@contract/teams';

export const LEADERS_MAX = 5;
/** Members and those who wait to be let in. */
export const TEAM_MAX = 2000;

export const COLOUR_LABELS: Record<TeamColour, string> = {
  red: '红色服务队',
  gold: '金色教育队',
  silver: '银发调解队',
  white: '白色健康队',
  blue: '蓝色救援队',
  own: '自己的队伍',
};
