import type { CallSpec } from '../../contract/call';
import { calls } from '../../contract/calls';

const HEAD = `# Who may make which call

Printed from \`contract/calls.ts\` by \`npm run check -- --write\`; \`npm run check\` fails when it is out of date.

- **who**: \`visitor\` any WeChat identity, \`person\` signed in, \`resident\` with an accepted home; the rest are offices held in some place.
- **relation**: what the object must be to the caller beyond that (\`contract/roles.ts\` says what each word means; the module's
  \`policy.ts\` decides it).
- **in ten minutes**: how often one person may make the call; — where the document itself limits.

| call | kind | who | relation | in ten minutes |
|---|---|---|---|---|
`;

const row = (name: string, { kind, roles, relation, perTenMinutes }: CallSpec): string =>
  `| ${name} | ${kind} | ${roles.join(', ')} | ${relation} | ${perTenMinutes ?? '—'} |`;

/** The table calls × roles × relation of all calls of the contract, as Markdown. */
export function accessTable(): string {
  const rows = Object.entries(calls as Record<string, CallSpec>).map(([name, spec]) => row(name, spec));
  return `${HEAD}${rows.sort().join('\n')}\n`;
}
