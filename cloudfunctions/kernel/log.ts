/** One line of JSON for the platform's log. Never a person's name, text or phone number: ids only. */
export function log(level: 'info' | 'error', what: string, facts: Record<string, unknown>): void {
  console.log(JSON.stringify({ level, what, ...facts }));
}

/** What is known of an error, for the log only. */
export function describe(error: unknown): { message: string; stack?: string } {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
