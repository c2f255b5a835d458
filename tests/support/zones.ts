/** Zones on both sides of +08:00 and of the date line; two of them change their clocks. */
export const ZONES = [
  'UTC',
  'America/New_York',
  'Asia/Shanghai',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
];

/** Runs something as if the machine stood in another zone. Throws where the machine does not follow. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    const resolved = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (resolved !== zone) throw new Error(`the machine stayed in ${resolved}`);
    return run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
