export function seriesLink(id: string): string {
  return `/packages/meetings/series/index?id=${id}`;
}
