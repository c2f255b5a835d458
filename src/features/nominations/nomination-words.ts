import type { NominationState, RoundPhase } from '@contract/nominations';

type Tone = 'leaf' | 'clay' | 'stone' | 'brand';

export const PHASES: Record<RoundPhase, { text: string; tone: Tone }> = {
  nominating: { text: '○ 正在推荐', tone: 'brand' },
  checking: { text: '○ 推荐结束，正在核实', tone: 'clay' },
  voting: { text: '○ 正在投票', tone: 'brand' },
  decided: { text: '✓ 已有结果', tone: 'leaf' },
};

export const STATES: Record<NominationState, { text: string; tone: Tone }> = {
  asked: { text: '○ 等本人同意', tone: 'clay' },
  agreed: { text: '○ 本人同意了，等社区核实', tone: 'clay' },
  candidate: { text: '✓ 已是候选人', tone: 'leaf' },
  declined: { text: '✕ 本人没有同意', tone: 'stone' },
  refused: { text: '✕ 社区没有通过', tone: 'stone' },
  withdrawn: { text: '✕ 本人退出了', tone: 'stone' },
  joined: { text: '✓ 和另一份推荐合在一起', tone: 'leaf' },
};
