/** How often it looks, in ms. */
const LOOK_MS = 50;
const MB = 1024 * 1024;
/** What one more instance may take while it is loaded, in bytes: with the SDK and a bundle of 6 MB it is some 85 MB. */
const INSTANCE_BYTES = 128 * MB;
/** How far below V8's limit the watch ends what takes memory, in bytes. */
const BEFORE_V8_BYTES = 256 * MB;

interface Watched {
  /** Counts up while the instance's own check runs, that is while its thread is not in the middle of something. */
  beats: Int32Array;
  memoryMb: number;
  over: () => void;
  /** Beat and memory of all instances when the thread was last seen alive. */
  seen?: { beat: number; bytes: number };
}

/**
 * Looks after instances that do not look after themselves because their thread never comes to rest: one that takes memory in a
 * loop. V8 would end the whole process, with the database and every other function, before it ends such a thread. What a
 * single thread takes cannot be asked from outside; what the process took since the thread was last seen alive can.
 */
class MemoryWatch {
  private readonly watched = new Set<Watched>();
  private looking: NodeJS.Timeout | undefined;
  private instances = 0;

  /** Counts the instances: what one takes while it is loaded is not held against the others. */
  count(change: 1 | -1): void {
    this.instances += change;
  }

  /** Calls `over` when the instance takes much more than its memory without coming to rest. Returns what ends it. */
  during(beats: Int32Array, memoryMb: number, over: () => void): () => void {
    const watched: Watched = { beats, memoryMb, over };
    this.watched.add(watched);
    this.looking ??= setInterval(() => this.look(), LOOK_MS).unref();
    return () => {
      this.watched.delete(watched);
      if (this.watched.size > 0) return;
      clearInterval(this.looking);
      this.looking = undefined;
    };
  }

  private look(): void {
    const { rss, heapTotal, external } = process.memoryUsage();
    const bytes = rss - heapTotal - external;
    for (const watched of this.watched) {
      const beat = Atomics.load(watched.beats, 0);
      if (watched.seen?.beat !== beat) watched.seen = { beat, bytes };
      else if (bytes - watched.seen.bytes > this.mayTake(watched.memoryMb)) watched.over();
    }
  }

  /** Any of the others may have been loaded meanwhile: eight bundles are not one function that takes memory. */
  private mayTake(memoryMb: number): number {
    const others = (this.instances - 1) * INSTANCE_BYTES;
    return Math.min(2 * memoryMb * MB + others, heapLimitOf(memoryMb) * MB - BEFORE_V8_BYTES);
  }
}

/** One for the process: its memory is one. */
export const memoryWatch = new MemoryWatch();

/** The heap that V8 allows an instance, in MB: so much that it is ended by its own check or by the watch, never by V8. */
export function heapLimitOf(memoryMb: number): number {
  return 2 * memoryMb + 1024;
}
