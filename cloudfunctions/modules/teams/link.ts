export function teamLink(id: string): string {
  return `/packages/volunteers/team/index?id=${id}`;
}
