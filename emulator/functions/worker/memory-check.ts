import v8 from 'node:v8';
import vm from 'node:vm';

const CHECK_MS = 50;
const MB = 1024 * 1024;

/**
 * Calls `over` once this thread holds more than `memoryMb`, buffers included and garbage not; each check is a beat by which
 * the local cloud sees that the thread comes to rest at times.
 */
export function checkMemory(memoryMb: number, beats: Int32Array, over: () => void): void {
  const checking = setInterval(() => {
    Atomics.add(beats, 0, 1);
    if (held() <= memoryMb * MB) return;
    collectGarbage();
    if (held() <= memoryMb * MB) return;
    clearInterval(checking);
    over();
  }, CHECK_MS);
  checking.unref();
}

function held(): number {
  const { used_heap_size, external_memory } = v8.getHeapStatistics();
  return used_heap_size + external_memory;
}

/** Node shows its collector only on demand. */
function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
}
