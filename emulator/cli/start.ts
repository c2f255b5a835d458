import { runCli } from './main';

void runCli({ args: process.argv.slice(2), folder: process.cwd(), command: 'yard-cloud' }).then((code) => {
  process.exitCode = code;
});
