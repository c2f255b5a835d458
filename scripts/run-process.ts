import { spawn } from 'node:child_process';
import { ROOT } from './project';

export interface Ended {
  code: number;
  /** stdout and stderr in the order they came; empty when the output was shown instead. */
  output: string;
  seconds: number;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** `keep` collects the output, `show` passes it to our own. */
  output?: 'keep' | 'show';
  /** Default: the project's folder. */
  cwd?: string;
}

const running = new Set<ReturnType<typeof spawn>>();
process.once('exit', endChildren);

/** Runs `node <args>` and waits for its end. Never throws: a child that cannot start ends with 1. */
export function runNode(
  args: string[],
  { env = {}, output = 'keep', cwd = ROOT }: RunOptions = {},
): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (code: number) => {
      running.delete(child);
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), seconds });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(String(error)));
      end(1);
    });
    child.on('close', (code, signal) => {
      if (signal) chunks.push(Buffer.from(`\nended by ${signal}\n`));
      end(code ?? 1);
    });
  });
}

/** Ends what `runNode` started and is still running; called when the command itself is told to end. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGTERM');
}
