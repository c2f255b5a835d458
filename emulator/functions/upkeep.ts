import type { CloudClock } from '../clock';
import { createScheduler } from '../timers';
import { invokeByTimer } from './by-timer';
import type { Deployment } from './deployment';
import type { Invoker } from './invoker';
import { watchFunctions } from './watch';

export interface UpkeepOptions {
  functionsDir: string;
  deployment: Deployment;
  /** Resolves when every function is loaded. */
  warm: Promise<void>;
  invoker: Invoker;
  clock: CloudClock;
  /** Whether triggers run by the clock. */
  timers: boolean;
  /** Whether functions whose files change are replaced. */
  watch: boolean;
}

/** What goes on by itself while a local cloud runs. */
export interface Upkeep {
  /** Resolves when the timers that were running have ended. */
  end(): Promise<void>;
}

/** Loads the functions, runs their timers by the clock, and replaces what changes on disk; resolves when they are warm. */
export async function startUpkeep(options: UpkeepOptions): Promise<Upkeep> {
  const { functionsDir, deployment, invoker, clock } = options;
  const triggers = () => (options.timers ? deployment.entries().flatMap((entry) => entry.triggers) : []);
  const scheduler = createScheduler(triggers(), async (trigger, event) => {
    await invokeByTimer(invoker, trigger.fn, event);
  });
  const refresh = (names: string[]) => {
    for (const name of names) void deployment.refresh(name);
    scheduler.replan(triggers(), clock.now());
    clock.replan();
  };
  const unwatch = options.watch ? watchFunctions(functionsDir, refresh) : () => undefined;
  await options.warm;
  const detach = clock.attach(scheduler);
  return {
    end() {
      unwatch();
      return detach();
    },
  };
}
