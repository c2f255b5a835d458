import { endChildren } from './run-process';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

function endAtOnce(signal: keyof typeof SIGNALS): void {
  console.error(`Ended by ${signal}.`);
  endChildren();
  process.exit(SIGNALS[signal]);
}

/**
 * Runs a command of this project: its number becomes the exit code, an error is told in one piece, and Ctrl-C or SIGTERM
 * also ends the processes it started.
 */
export function command(run: () => Promise<number>): void {
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.on(signal, endAtOnce);
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      endChildren();
      console.error(error instanceof Error ? (process.env.YARD_TRACE ? error.stack : error.message) : error);
      process.exit(1);
    },
  );
}

/** Resolves at the first Ctrl-C or SIGTERM, for a command that then has something to close; a second one ends at once. */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) {
      process.off(signal, endAtOnce);
      process.once(signal, () => {
        process.on(signal, endAtOnce);
        resolve();
      });
    }
  });
}
