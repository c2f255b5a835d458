/** How long a test waits for a build when its sources changed since the last one; `npm test` builds beforehand. */
export const BUILD_MS = 240_000;
