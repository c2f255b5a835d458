/** A request is under 100 KB (platform.md); what is written around the documents needs some of it. */
const BYTES = 75_000;
const encoder = new TextEncoder();

/** In a file's order, in parts that fit into one request each. `most`: how many at most. */
export function inBatches<T>(items: readonly T[], most: number): T[][] {
  const batches: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = encoder.encode(JSON.stringify(item)).length;
    const batch = batches.at(-1);
    if (!batch || batch.length === most || bytes + size > BYTES) {
      batches.push([item]);
      bytes = size;
    } else {
      batch.push(item);
      bytes += size;
    }
  }
  return batches;
}
