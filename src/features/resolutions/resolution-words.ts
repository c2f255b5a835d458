import type { ResolutionSummary } from '@contract/resolutions';

type Tone = 'brand' | 'leaf' | 'clay' | 'stone';

const STAGES: Record<ResolutionSummary['stage'], { text: string; tone: Tone }> = {
  publishing: { text: '公示中', tone: 'brand' },
  doing: { text: '办理中', tone: 'brand' },
  done: { text: '等提出人确认', tone: 'clay' },
  closed: { text: '已办结', tone: 'leaf' },
};

const OUTCOMES: Record<ResolutionSummary['outcome'], { text: string; tone: Tone }> = {
  passed: { text: '通过', tone: 'leaf' },
  'not-passed': { text: '没有通过', tone: 'stone' },
  'no-quorum': { text: '参加的人不够', tone: 'stone' },
  'no-threshold': { text: '意见征询', tone: 'stone' },
};

/** Where it stands; what did not pass has nothing to be done. */
export function tagsOf(resolution: Pick<ResolutionSummary, 'stage' | 'outcome' | 'worth'>) {
  // An opinion decides nothing, whatever its figures reach (RES-10).
  if (resolution.worth === 'opinion') return [OUTCOMES['no-threshold']];
  const outcome = OUTCOMES[resolution.outcome];
  return resolution.outcome === 'passed' ? [STAGES[resolution.stage], outcome] : [outcome];
}

export const WORTH_WORDS: Record<ResolutionSummary['worth'], string> = {
  statutory: '法定表决',
  straw: '预表决 · 不替代法定表决',
  opinion: '意见征询 · 不作决定',
};

export const CLOSED_WORDS = {
  confirmed: '提出人确认办结',
  silent: '提醒过后，提出人在公布的期限内没有回音，按约定办结',
  'nothing-to-do': '没有要办的事',
} as const;
