#!/usr/bin/env node
// Starts the command in TypeScript, in this very process: arguments, signals and the exit code are its own.
import { register as registerCommonJs } from 'tsx/cjs/api';
import { register } from 'tsx/esm/api';

register();
registerCommonJs();
await import('./start.ts');
