/** A query of the application that reads a whole collection, on purpose. */
export interface ReasonedScan {
  collection: string;
  /** Fields and operators of its condition, as the local cloud names them. */
  shape: string;
  reason: string;
}

/** Every query that no index serves, with the reason why that is right. `npm test` fails on any other. */
export const scans: readonly ReasonedScan[] = [];

/** True for a scan that has no reason here. */
export function unreasoned(
  scan: { collection: string; shape: string },
  reasons: readonly ReasonedScan[] = scans,
): boolean {
  return !reasons.some(({ collection, shape }) => collection === scan.collection && shape === scan.shape);
}
