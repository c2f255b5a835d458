import type { Stance } from '@contract/discussion';

/** In the order of the columns. */
export const STANCES = ['for', 'neutral', 'against'] as const satisfies readonly Stance[];

interface StanceWords {
  text: string;
  /** Beside the colour, so that nobody has to see it. */
  sign: string;
  tone: 'leaf' | 'stone' | 'brand';
  mark: 'yes' | 'abstain' | 'no';
}

export const STANCE_WORDS: Record<Stance, StanceWords> = {
  for: { text: '赞成', sign: '✓', tone: 'leaf', mark: 'yes' },
  neutral: { text: '中立', sign: '○', tone: 'stone', mark: 'abstain' },
  against: { text: '反对', sign: '✕', tone: 'brand', mark: 'no' },
};
