import path from 'node:path';
import { readArguments, USAGE, UsageError } from './arguments';
import { call } from './call';
import type { CliContext } from './context';

export interface Invocation {
  args: string[];
  /** Relative paths start here. */
  folder: string;
  /** How the command is called, for texts that name it. */
  command: string;
}

/** Runs one command line to its end; gives the exit code: 2 for a wrong command line, 1 for anything else that failed. */
export async function runCli({ args, folder, command }: Invocation): Promise<number> {
  const context: CliContext = {
    folder,
    command,
    say: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
  };
  try {
    const asked = readArguments(args);
    if (asked.kind === 'call') return await call(asked, context);
    if (asked.kind === 'probe') {
      const { buildProbe } = await import('../probe/build-probe');
      const written = buildProbe(path.resolve(folder, asked.out));
      context.say(`The probe is in ${written}: docs/emulator/probe.md says how to deploy and run it.`);
      return 0;
    }
    if (asked.kind === 'serve') {
      // Loaded only here: it is most of what a call would have to wait for.
      const { serve } = await import('./serve');
      return await serve(asked, context);
    }
    context.say(USAGE);
    return 0;
  } catch (error) {
    context.complain(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    context.complain(`\n${USAGE}`);
    return 2;
  }
}
