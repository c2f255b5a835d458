import Taro from '@tarojs/taro';

const PREFIX = 'yard.receipt.';

const nameOf = (motionId: string, entryId: string) => `${PREFIX}${motionId}.${entryId}`;

/**
 * Keeps the signed receipt of a ballot on this phone, as it came with the answer: what the server hands out later need not be believed
 * (SEAL-11). It holds no choice.
 */
export function keepReceipt(motionId: string, entryId: string, signed: string): void {
  try {
    Taro.setStorageSync(nameOf(motionId, entryId), signed);
  } catch {
    // A full phone: the ballot counts all the same, and the receipt page still has the receipt to be copied.
  }
}

/** The receipt that was kept when this phone voted; null where it was another phone, or the storage was cleared. */
export function keptReceipt(motionId: string, entryId: string): string | null {
  const kept: unknown = Taro.getStorageSync(nameOf(motionId, entryId));
  return typeof kept === 'string' && kept !== '' ? kept : null;
}
