import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const INDEX = `// A probe of the environment it is deployed to: see docs/emulator/probe.md of yard-meeting.
const cloud = require('wx-server-sdk')
const { version } = require('wx-server-sdk/package.json')
const { probeWith } = require('./probe.js')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = probeWith({ cloud, sdk: version })
`;

const CONFIG = {
  timeout: 60,
  permissions: {
    openapi: ['wxacode.getUnlimited', 'subscribeMessage.send', 'security.msgSecCheck'],
  },
};

const MANIFEST = {
  name: 'probe',
  version: '1.0.0',
  main: 'index.js',
  dependencies: { 'wx-server-sdk': '4.0.2' },
};

/** Writes the probe as a function that can be deployed, into `<out>/probe`; gives that folder. */
export function buildProbe(out: string): string {
  const folder = path.join(out, 'probe');
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [fileURLToPath(new URL('probe.ts', import.meta.url))],
    outfile: path.join(folder, 'probe.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const json = (content: object) => `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(path.join(folder, 'index.js'), INDEX);
  writeFileSync(path.join(folder, 'config.json'), json(CONFIG));
  writeFileSync(path.join(folder, 'package.json'), json(MANIFEST));
  return folder;
}
