import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../emulator';
import type { DemoPerson } from '../demo-person';
import { LOCAL, shown } from '../project';

const LOG_FILE = path.join(LOCAL, 'cloud.log');

/** Everything goes into `.local/cloud.log`; failures are also shown, in one line each. */
export const logToFile: Log = ({ level, text, fn }) => {
  appendFileSync(LOG_FILE, `${new Date().toISOString()} ${level} ${fn ?? 'cloud'} ${text}\n`);
  if (level === 'error') console.error(`  ! ${fn ?? 'cloud'}: ${text.split('\n')[0]} (${shown(LOG_FILE)})`);
};

/** Chinese characters take two columns of a terminal. */
const columns = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(1, width - columns(text)));

/** What a person needs to begin: the addresses, with their token once, and whom the page can be used as. */
export function welcome(url: string, token: string, persons: DemoPerson[]): string {
  const width = Math.max(8, ...persons.map(({ name }) => columns(name) + 2));
  const list = persons.map(
    ({ openid, name, roles }) => `    ${padded(name, width)}${padded(roles, 44)}${openid}`,
  );
  return [
    '',
    `  坝坝会  ${url}/?token=${token}`,
    `  控制台  ${url}/console/#token=${token}   (functions, calls, data, clock, faults)`,
    '',
    ...(list.length > 0
      ? [
          '  Demo persons (the strip at the top of the page changes who you are; so does &as= and the openid in the last column):',
          ...list,
          '',
        ]
      : []),
    '  Data stays in .local/ between starts; `npm start -- --fresh` begins anew. Ctrl-C ends it.',
    '',
  ].join('\n');
}
