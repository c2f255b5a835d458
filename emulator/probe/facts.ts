import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where a technician puts what the probe answered: docs/emulator/probe.md. */
export const FACTS_FILE = fileURLToPath(new URL('facts.json', import.meta.url));

const finding = z.union([
  z.object({ holds: z.boolean(), seen: z.unknown() }),
  /** The check itself could not be carried out. */
  z.object({ failed: z.string() }),
]);

const report = z.object({
  probedAt: z.iso.datetime(),
  sdk: z.string(),
  facts: z.record(z.string(), finding),
});

/** What a real environment said, as the probe answered it. */
export type Facts = z.infer<typeof report>;

/** Reads a facts file; undefined when there is none yet. Throws when it is not what a probe answers. */
export function readFacts(file: string): Facts | undefined {
  return existsSync(file) ? report.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Whether a fact holds on the real platform; undefined when nobody could say yet. */
export function factHolds(facts: Facts | undefined, id: string): boolean | undefined {
  const found = facts?.facts[id];
  return found && 'holds' in found ? found.holds : undefined;
}

/** Ids of the facts that do not hold on the real platform: there the local cloud, or its statement, is wrong. */
export function deniedFacts(facts: Facts | undefined): string[] {
  return Object.keys(facts?.facts ?? {}).filter((id) => factHolds(facts, id) === false);
}
