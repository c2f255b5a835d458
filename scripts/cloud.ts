import path from 'node:path';
import { runCli } from '../emulator/cli/main';
import { ROOT } from './project';

/** npm changes into the project's folder and says where it was called. */
const folder = process.env.INIT_CWD ?? process.cwd();
const here = path.relative(folder, ROOT);
const command = here === '' ? 'npm run cloud --' : `npm --prefix ${here} run cloud --`;

void runCli({ args: process.argv.slice(2), folder, command }).then((code) => {
  process.exitCode = code;
});
