import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { benchEmulator, type Measured } from './bench/emulator';
import { command } from './command';

const BENCHES: Record<string, (say: (text: string) => void) => Promise<Measured[]>> = {
  emulator: benchEmulator,
};

const USAGE = `npm run bench -- <${Object.keys(BENCHES).join('|')}> [--json FILE]`;

const figure = ({ value, unit }: Measured) =>
  `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`.replace(' ×', ' ×');

const isMet = ({ value, atMost }: Measured) => atMost === undefined || value <= atMost;

function table(measured: Measured[]): string {
  const rows = measured.map((row) => {
    const bound = row.atMost === undefined ? '' : `≤ ${row.atMost} ${row.unit}`;
    return `| ${row.what} | ${figure(row)} | ${bound} | ${isMet(row) ? '' : 'NOT MET'} |`;
  });
  return ['| figure | measured | wanted | |', '|---|---|---|---|', ...rows].join('\n');
}

/** Name of the processor and number of cores, for a table that is kept. */
function machine(): string {
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
}

command(async () => {
  const args = process.argv.slice(2);
  const jsonAt = args.indexOf('--json');
  const file = jsonAt < 0 ? undefined : args[jsonAt + 1];
  const bench = BENCHES[args[0] ?? ''];
  if (!bench || (jsonAt >= 0 && !file)) {
    console.error(`Usage: ${USAGE}`);
    return 2;
  }
  const measured = await bench((text) => console.error(text));
  console.log(`${machine()}\n\n${table(measured)}`);
  if (file) await writeFile(file, `${JSON.stringify({ machine: machine(), measured }, null, 2)}\n`);
  return measured.every(isMet) ? 0 : 1;
});
