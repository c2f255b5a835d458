import type { CloudClock } from '../../emulator';

type Step = () => Promise<unknown>;

/** What happens in the demo community, told by each matter for itself and played in the order of time. */
export class Story {
  private readonly steps: { at: number; run: Step }[] = [];

  /** @param at epoch ms; steps of one instant must not depend on each other: they run side by side */
  on(at: number, run: Step): void {
    this.steps.push({ at, run });
  }

  /** Sets the clock to each instant in turn. Rejects with what the first failed step says. */
  async play(clock: CloudClock): Promise<void> {
    const instants = [...new Set(this.steps.map(({ at }) => at))].sort((a, b) => a - b);
    for (const at of instants) {
      clock.set(at);
      await Promise.all(this.steps.filter((step) => step.at === at).map(({ run }) => run()));
    }
  }
}
