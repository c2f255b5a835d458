/** One named thing that passes or fails; what it prints is shown only when it fails. */
export interface Step {
  name: string;
  run: () => Promise<StepResult>;
}

export interface StepResult {
  ok: boolean;
  /** What a person needs to mend it. */
  output: string;
}

export interface Tally {
  passed: number;
  failed: number;
}

/** A tool's report cut to what fits a screen or two: the first lines say where, the last ones how many. */
const MAX_LINES = 200;

function excerpt(output: string): string {
  const lines = output.trim().split('\n');
  if (lines.length <= MAX_LINES) return lines.join('\n');
  const left = lines.length - MAX_LINES;
  return [...lines.slice(0, MAX_LINES - 20), `... ${left} lines left out ...`, ...lines.slice(-20)].join(
    '\n',
  );
}

async function runStep({ name, run }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { ok, output } = await run().catch((error: unknown) => ({
    ok: false,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(`${excerpt(output).replace(/^/gm, '    ')}\n`);
  return ok;
}

/** Runs the steps, at most `atOnce` of them at a time, in their order; every one runs even when an earlier one fails. */
export async function runSteps(steps: Step[], atOnce = 1): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (await runStep(step)) tally.passed += 1;
      else tally.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return tally;
}

export const sum = (...tallies: Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  failed: tallies.reduce((total, tally) => total + tally.failed, 0),
});

/** The line that every test command ends with. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;
