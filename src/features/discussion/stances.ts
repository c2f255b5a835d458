import type { Stance } from '@contract/discussion';
import type { IconName } from '@/components/icon/icon';

/** In the order of the columns. */
export const STANCES = ['for', 'neutral', 'against'] as const satisfies readonly Stance[];

interface StanceWords {
  text: string;
  /** Beside the colour, so that nobody has to see it. */
  icon: IconName;
  tone: 'leaf' | 'stone' | 'brand';
  mark: 'yes' | 'abstain' | 'no';
}

export const STANCE_WORDS: Record<Stance, StanceWords> = {
  for: { text: '赞成', icon: 'check', tone: 'leaf', mark: 'yes' },
  neutral: { text: '中立', icon: 'circle', tone: 'stone', mark: 'abstain' },
  against: { text: '反对', icon: 'cross', tone: 'brand', mark: 'no' },
};
