import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LOCAL, ROOT } from '../project';
import { runNode } from '../run-process';

/** What it takes to start a browser: the program and the environment it runs in. */
export interface BrowserProgram {
  executablePath: string;
  env: Record<string, string>;
}

const PACKAGE = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');
const FONTS = path.join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
const WEIGHTS = ['400Regular', '500Medium', '700Bold'];

/** The package unpacks into the system's temporary folder, and brings its own libraries only where it believes to be in Lambda. */
const UNPACK = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

/**
 * Unpacks the browser once, into a folder of its own that appears whole: the package itself takes a half-written file of
 * another process for a finished one.
 */
async function unpack(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const env = { TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const { code, output } = await runNode(['-e', UNPACK], { env });
  if (code !== 0) throw new Error(`The browser could not be unpacked into ${fresh}:\n${output}`);
  await rename(fresh, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
  await rm(fresh, { recursive: true, force: true });
}

const fontsConf = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${WEIGHTS.map((weight) => `  <dir>${path.join(FONTS, weight)}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Noto Sans SC</string></edit>
  </match>
</fontconfig>
`;

/** Without a Chinese font there are no glyphs, boxes have no size, and taps on text miss. */
async function writeFonts(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf');
  const wanted = fontsConf(path.join(folder, 'font-cache'));
  if ((await readFile(file, 'utf8').catch(() => '')) !== wanted) await writeFile(file, wanted);
  return file;
}

/** The browser that comes with the npm packages; null where there is none for this system (it is built for Linux on x64). */
export async function packedChromium(): Promise<BrowserProgram | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return null;
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const folder = path.join(LOCAL, 'browser', version);
  if (!existsSync(path.join(folder, 'chromium'))) await unpack(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: await writeFonts(folder) },
  };
}
