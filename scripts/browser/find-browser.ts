import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserProgram, packedChromium } from './packed-chromium';

/** Where Chrome, Chromium and Edge put themselves. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

const NONE = `No browser for the tests was found. Install Google Chrome or Chromium, or name one with YARD_CHROME=/path/to/chrome.`;

/**
 * The browser for end-to-end tests: the one named by YARD_CHROME, the one from npm (Linux on x64: no root needed), or an
 * installed one. Throws a sentence that says what to do when there is none.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env.YARD_CHROME;
  if (named) {
    if (!existsSync(named)) throw new Error(`YARD_CHROME names ${named}, which does not exist.`);
    return { executablePath: named, env: {} };
  }
  const packed = await packedChromium();
  if (packed) return packed;
  const installed = INSTALLED[process.platform]?.find((candidate) => existsSync(candidate));
  if (!installed) throw new Error(NONE);
  return { executablePath: installed, env: {} };
}
