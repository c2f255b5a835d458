import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageFile {
  headers: Record<string, string>;
  content: Buffer;
}

/** Only this page's own script and style, no inline ones: what documents hold can never become a program. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const folder = new URL('page/', import.meta.url);

const FILES = new Map<string, { type: string; read: () => Promise<Buffer> }>([
  ['index.html', { type: 'text/html; charset=utf-8', read: () => readFile(new URL('index.html', folder)) }],
  ['console.css', { type: 'text/css; charset=utf-8', read: () => readFile(new URL('console.css', folder)) }],
  ['console.js', { type: 'text/javascript; charset=utf-8', read: () => (script ??= compile()) }],
]);

let script: Promise<Buffer> | undefined;

/** A file of the page, or undefined. */
export async function pageFile(name: string): Promise<PageFile | undefined> {
  const file = FILES.get(name);
  if (!file) return undefined;
  const headers = { 'content-type': file.type, 'content-security-policy': POLICY };
  return { headers, content: await file.read() };
}

/** The page's modules as one script, made when it is first asked for: most starts never show the console. */
async function compile(): Promise<Buffer> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', folder))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return Buffer.from(built.outputFiles[0]?.contents ?? []);
}
