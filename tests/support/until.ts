const POLL_MS = 10;

/**
 * Waits until `look` gives something true and returns it. Fails after `withinMs` with what `describe` says is there instead.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  describe: () => string = () => 'the condition did not come true',
  withinMs = 10_000,
): Promise<NonNullable<T>> {
  const endAt = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > endAt) throw new Error(`After ${withinMs} ms: ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
