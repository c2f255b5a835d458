/** Six digits for a room's door. @param draw a whole number from `least` to below `beyond` */
export function doorCode(draw: (least: number, beyond: number) => number): string {
  return String(draw(100_000, 1_000_000));
}

/** What the poster's picture opens: the page that checks in with the room and its code. */
export function doorLink(roomId: string, code: string): string {
  return `/packages/rooms/check-in/index?room=${roomId}&code=${code}`;
}
