export const DOOR_PAGE = 'packages/rooms/check-in/index';

/** Six digits for a room's door. @param draw a whole number from `least` to below `beyond` */
export function doorCode(draw: (least: number, beyond: number) => number): string {
  return String(draw(100_000, 1_000_000));
}

/** What the poster's picture opens: the page that checks in with the room and its code. */
export function doorLink(roomId: string, code: string): string {
  return `/${DOOR_PAGE}?room=${roomId}&code=${code}`;
}

/** A mini-program code holds 32 characters (platform.md): the beginning of the room's id is enough to find one's booking by. */
export function doorScene(roomId: string, code: string): string {
  return `${roomId.slice(0, 24)}.${code}`;
}
