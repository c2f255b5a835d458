import path from 'node:path';

/** The project's folder; every other path is derived from it. */
export const ROOT = path.resolve(import.meta.dirname, '..');
export const DIST = path.join(ROOT, 'dist');
/** What this machine keeps between runs and never deploys: data, the local H5 build, the test browser, pictures. */
export const LOCAL = path.join(ROOT, '.local');

export const FUNCTIONS_DIST = path.join(DIST, 'cloudfunctions');
export const WEAPP_DIST = path.join(DIST, 'weapp');
export const H5_DIST = path.join(DIST, 'h5');
/** The H5 flavour with the demo persons' switch and the gallery; served by the local cloud only. */
export const H5_LOCAL = path.join(LOCAL, 'h5');
export const STAMPS = path.join(DIST, '.stamps');

/** A path as people read it: relative to the project, with slashes on every system. */
export const shown = (file: string): string => path.relative(ROOT, file).split(path.sep).join('/');
