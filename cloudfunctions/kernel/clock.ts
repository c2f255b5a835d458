/** The server's clock, the only one that decides. Epoch ms. */
export function serverNow(): number {
  return Date.now();
}
