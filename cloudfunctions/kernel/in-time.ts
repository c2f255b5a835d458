import { Refusal } from './refusal';

/** ms that one reading from storage may take: a call has 20 s in all, and what is written after it needs some of them. */
const READING_MS = 10_000;

/**
 * Runs what reads from storage, which has no end of its own where the other side says nothing. `signal` ends what is still under way.
 * @throws Refusal STORAGE_SLOW after ten seconds; nothing is written by then
 */
export async function inTime<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Refusal('STORAGE_SLOW')), READING_MS);
  });
  try {
    return await Promise.race([read(ending.signal), late]);
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}
