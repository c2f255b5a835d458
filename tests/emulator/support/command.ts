import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));
/** The command without npm. */
export const YARD_CLOUD = path.join(REPOSITORY, 'emulator', 'cli', 'yard-cloud.mjs');

export interface RunningCommand {
  /** What it printed, errors included. */
  output(): string;
  /** Resolves with the match when it has printed that; rejects with all it printed when it ends before. */
  printed(what: RegExp): Promise<RegExpExecArray>;
  /** As Ctrl-C does: to the whole process group. */
  interrupt(): void;
  /** The exit code of its end, or the signal. */
  readonly ended: Promise<number | string>;
  /** Ends whatever is left of it. */
  kill(): void;
}

/** Starts a line of shell as somebody would in a terminal: `folder` is where, YARD is this repository, npm's own variables are not set. */
export function startCommand(line: string, folder: string): RunningCommand {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, YARD: REPOSITORY };
  const child = spawn('sh', ['-c', line], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let told = () => undefined as void;
  const take = (chunk: Buffer) => {
    text += chunk.toString();
    told();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), name);
    } catch {
      // Nothing of it is left.
    }
  };
  return {
    output: () => text,
    printed: (what) =>
      new Promise((resolve, reject) => {
        told = () => {
          const match = what.exec(text);
          if (match) resolve(match);
        };
        void ended.then(() => reject(new Error(`ended without ${String(what)}:\n${text}`)));
        told();
      }),
    interrupt: () => signal('SIGINT'),
    ended,
    kill: () => signal('SIGKILL'),
  };
}
