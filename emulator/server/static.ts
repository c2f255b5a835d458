import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { header, REFUSED, Refusal, send, type Exchange } from './exchange';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A hash in the name: the content behind such a name never changes. */
const HASHED = /[.-][0-9a-f]{8,}\./;

/** Serves a file of the built page; `/` is index.html. Throws a Refusal for what is not there or lies outside. */
export async function serveStatic(webRoot: string, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  if (header(request, 'host').startsWith('localhost')) {
    // Files' addresses name 127.0.0.1, and the page may load its own origin only.
    const location = `http://127.0.0.1:${request.socket.localPort}${url.pathname}${url.search}`;
    return send(response, 307, { location });
  }
  const file = await locate(webRoot, url.pathname);
  const content = await readFile(file);
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`;
  const headers: Record<string, string> = {
    etag,
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': HASHED.test(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (path.extname(file) === '.html') headers['content-security-policy'] = pagePolicy(content.toString());
  if (header(request, 'if-none-match') === etag) return send(response, 304, headers);
  send(response, 200, headers, content);
}

async function locate(webRoot: string, pathname: string): Promise<string> {
  const missing = new Refusal(404, REFUSED.parameters, 'not found');
  try {
    const asked = path.join(webRoot, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
    const [root, file] = await Promise.all([realpath(webRoot), realpath(asked)]);
    const inside = file.startsWith(root + path.sep);
    if (inside && (await stat(file)).isFile()) return file;
  } catch {
    // A missing file, a name with a NUL, a wrong escape: all the same to the caller.
  }
  throw missing;
}

/**
 * The page may load and call only its own origin. Taro's index.html has one inline script that sets the root font size: it is
 * allowed by its hash; styles are set inline by Taro's components.
 */
function pagePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`.trimEnd(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
