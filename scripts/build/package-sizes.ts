import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const KB = 1024;
/**
 * WeChat refuses packages over 2 MB. Ours stay far below, because the first screen waits for the main package on a weak
 * network in a stairwell.
 */
export const MAIN_PACKAGE_LIMIT = 700 * KB;
export const SUBPACKAGE_LIMIT = 200 * KB;

export interface PackageSize {
  /** The subpackage's root as in app.json; `main` for the rest. */
  name: string;
  bytes: number;
  limit: number;
}

interface AppManifest {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

/** Sizes in bytes, uncompressed as WeChat counts them, of the main package (first) and each subpackage of a built weapp. */
export async function packageSizes(dist: string): Promise<PackageSize[]> {
  const manifest = JSON.parse(await readFile(path.join(dist, 'app.json'), 'utf8')) as AppManifest;
  const roots = (manifest.subPackages ?? manifest.subpackages ?? []).map((entry) =>
    entry.root.replace(/\/?$/, '/'),
  );
  const main: PackageSize = { name: 'main', bytes: 0, limit: MAIN_PACKAGE_LIMIT };
  const sizes = new Map(roots.map((root) => [root, { name: root, bytes: 0, limit: SUBPACKAGE_LIMIT }]));
  for (const entry of await readdir(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(dist, file).split(path.sep).join('/');
    const root = roots.find((candidate) => relative.startsWith(candidate));
    const owner = (root && sizes.get(root)) || main;
    owner.bytes += (await stat(file)).size;
  }
  return [main, ...sizes.values()];
}

/** The packages over their limit, each as a sentence; empty when all fit. */
export const oversized = (sizes: PackageSize[]): string[] =>
  sizes
    .filter(({ bytes, limit }) => bytes > limit)
    .map(
      ({ name, bytes, limit }) => `${name} has ${kilobytes(bytes)}, over its limit of ${kilobytes(limit)}`,
    );

export const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
