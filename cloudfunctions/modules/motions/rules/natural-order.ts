const PARTS = /\d+|\D+/g;
const IS_NUMBER = /^\d/;

function comparePart(a: string, b: string): number {
  if (IS_NUMBER.test(a) && IS_NUMBER.test(b)) {
    const difference = Number(a) - Number(b);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders labels as people walk by: 2栋 before 10栋, 1单元 before 2单元, 101 before 1001 (PAP-12). */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [a.match(PARTS) ?? [], b.match(PARTS) ?? []];
  for (let n = 0; n < Math.min(left.length, right.length); n += 1) {
    const order = comparePart(left[n] ?? '', right[n] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
