import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

let code: string | undefined;

/**
 * The worker's program as text for `new Worker(text, { eval: true })`. Compiled here because a worker thread inherits
 * neither tsx nor vitest, and so cannot load TypeScript by itself.
 */
export function workerCode(): string {
  code ??= compile();
  return code;
}

function compile(): string {
  const built = buildSync({
    entryPoints: [fileURLToPath(new URL('worker/main.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}
