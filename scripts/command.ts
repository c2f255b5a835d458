import { endChildren } from './run-process';

/**
 * Runs a command of this project: its number becomes the exit code, an error is told in one piece, and Ctrl-C or SIGTERM
 * also ends the processes it started.
 */
export function command(run: () => Promise<number>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endChildren();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? (process.env.YARD_TRACE ? error.stack : error.message) : error);
      process.exitCode = 1;
    },
  );
}
