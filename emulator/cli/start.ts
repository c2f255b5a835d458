import path from 'node:path';
import { runCli } from './main';

const launcher = process.argv[1] ?? '';
/** As it can be typed again: by npx, or by the path of the launcher. */
const command =
  path.basename(launcher) === 'yard-cloud'
    ? 'npx yard-cloud'
    : `node ${path.relative(process.cwd(), launcher)}`;

void runCli({ args: process.argv.slice(2), folder: process.cwd(), command }).then((code) => {
  process.exitCode = code;
});
