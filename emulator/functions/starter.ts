import { createRequire } from 'node:module';
import type { CloudClock } from '../clock';
import type { Platform } from '../platform';
import type { FunctionEntry } from './catalog';
import { instanceEnvironment } from './environment';
import { startInstance, type Hearers, type Instance } from './instance';

export interface StarterOptions extends Hearers {
  platform: Platform;
  clock: CloudClock;
  adminUrl: string;
  secretId: string;
  secretKey: string;
  /** Environment variables of all functions; those of a function win. */
  variables?: Record<string, string>;
}

/** Makes what starts instances of a function: once for each state of its code, so that what is told once is told once. */
export function createStarter(options: StarterOptions): (entry: FunctionEntry) => () => Instance {
  const { clock } = options;
  const sdk = createRequire(import.meta.url).resolve('wx-server-sdk');
  return ({ name, file, memoryMb, variables }) => {
    const environment = instanceEnvironment({ ...options, extra: { ...options.variables, ...variables } });
    const told = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const seed = { file, environment, memoryMb, sdk, told, clock: clock.shared };
    return () => startInstance(name, seed, options);
  };
}
