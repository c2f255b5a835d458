interface FunctionConfig {
  /** Seconds. */
  timeout: number;
  /** MB. */
  memorySize: number;
  permissions: { openapi: readonly string[] };
  /** At most one, the platform takes no more; `config` has 7 fields, second to year, in +08:00. */
  triggers?: readonly [{ name: string; type: 'timer'; config: string }];
}

/**
 * The deployed functions, as data: the build bundles `cloudfunctions/<name>/` and writes each one's config.json from this, which
 * the local cloud reads and DevTools uploads.
 */
export const functions = {
  api: {
    timeout: 20,
    memorySize: 256,
    permissions: { openapi: ['security.msgSecCheck', 'wxacode.getUnlimited'] },
  },
  /** Read by projectors over HTTP access, without a WeChat identity (docs/decisions/0013). */
  public: { timeout: 10, memorySize: 256, permissions: { openapi: [] } },
  timer: {
    timeout: 60,
    memorySize: 256,
    permissions: { openapi: ['security.msgSecCheck', 'subscribeMessage.send'] },
    triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
  },
} as const satisfies Record<string, FunctionConfig>;
