let offset = 0;

/** Each answer carries the server's clock: phones' clocks are wrong, and deadlines are the server's. */
export function noteServerNow(now: number): void {
  offset = now - Date.now();
}

/** The server's time as far as this phone knows it, epoch ms. */
export function serverNow(): number {
  return Date.now() + offset;
}
