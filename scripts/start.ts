import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections } from '../config/collections';
import { type LocalCloud, startLocalCloud } from '../emulator';
import { buildFunctions } from './build/functions';
import { buildPhone, describeBuilt } from './build/taro';
import { command, toldToEnd } from './command';
import type { DemoPerson } from './demo-person';
import { type FunctionEnvironment, functionEnvironment } from './function-environment';
import { FUNCTIONS_DIST, LOCAL } from './project';
import { DATA, prepareData, settle } from './start/community';
import { announce, runningElsewhere } from './start/one-at-a-time';
import { logToFile, welcome } from './start/screen';
import { makeWebRoot, writePersons } from './start/web-root';

const DEFAULT_PORT = 8730;
const WEB = path.join(LOCAL, 'web');

const say = (text: string) => console.log(text);

function portAsked(): number {
  const at = process.argv.indexOf('--port');
  return at < 0 ? DEFAULT_PORT : Number(process.argv[at + 1]);
}

async function build(): Promise<void> {
  say('Building ...');
  const [, phone] = await Promise.all([buildFunctions(), buildPhone('h5-local')]);
  say(`  ${describeBuilt(phone)}`);
}

/** The data may be damaged, or of an earlier version of the local cloud. */
function withAdvice(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    `${reason}\nIf it is about the data in .local/: \`npm start -- --fresh\` removes it and begins anew.`,
  );
}

async function startCloud(
  port: number,
  functionEnv: FunctionEnvironment,
  persons: () => DemoPerson[],
): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    functionsDir: FUNCTIONS_DIST,
    dataDir: DATA,
    collections,
    functionEnv,
    port,
    portSearch: true,
    webRoot: WEB,
    persons,
    log: logToFile,
  }).catch(withAdvice);
  if (cloud.port !== port) say(`Port ${port} is busy: ${cloud.port} is taken instead.`);
  await announce(cloud.url);
  await writeFile(path.join(LOCAL, 'token'), `${cloud.token}\n`, { mode: 0o600 });
  return cloud;
}

command(async () => {
  const other = await runningElsewhere();
  if (other) {
    say(`It runs already, at ${other} (its address with the token was printed there). End that one first.`);
    return 1;
  }
  await build();
  await prepareData(process.argv.includes('--fresh'));
  await makeWebRoot(WEB, []);
  const secrets = await functionEnvironment(DATA);
  let persons: DemoPerson[] = [];
  const cloud = await startCloud(portAsked(), secrets, () => persons);
  persons = await settle(cloud, secrets, say);
  await writePersons(WEB, persons);
  say(welcome(cloud.url, cloud.token, persons));
  await toldToEnd();
  await cloud.close();
  return 0;
});
