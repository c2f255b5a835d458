import path from 'node:path';
import type { CallCommand } from './arguments';
import { findRunning } from './running';
import type { CliContext } from './context';

/** Calls a function of the cloud that runs on the data folder, as a phone would, and prints the result as JSON. */
export async function call({ fn, data, openid, dataDir }: CallCommand, context: CliContext): Promise<number> {
  const folder = path.resolve(context.folder, dataDir);
  const running = findRunning(folder);
  const answer =
    running && (await post(`${running.url}/call/${encodeURIComponent(fn)}`, running.token, openid, data));
  if (!answer) {
    context.complain(`No cloud runs on ${folder}: start one, or name its folder with --data.`);
    return 1;
  }
  if ('result' in answer) {
    context.say(JSON.stringify(answer.result, null, 2));
    return 0;
  }
  context.complain(JSON.stringify(answer, null, 2));
  context.complain('Why it failed stands in the log of the cloud and in its console.');
  return 1;
}

/** Undefined when nobody answers. */
async function post(url: string, token: string, openid: string, body: string): Promise<object | undefined> {
  const headers = { 'x-local-token': token, 'x-local-openid': openid, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
  return response && ((await response.json()) as object);
}
