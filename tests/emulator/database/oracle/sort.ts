import { isObject, order, type Plain, type PlainDocument, refuse } from './values';

/*
 * The order of documents, written from MongoDB's documents: an array stands for its elements, of which the first in the wanted
 * direction counts; the elements are tried by putting each in the place of its array.
 */

/** An array that has been replaced by one of its elements, or by nothing. */
class Settled {
  constructor(
    readonly value: Plain | undefined,
    readonly array: Plain[] = [],
  ) {}
}

type Open = Plain | Settled | undefined;
const NOTHING = new Settled(undefined);

export function sort(documents: PlainDocument[], by: Record<string, 1 | -1>): PlainDocument[] {
  const fields = Object.entries(by);
  const compare = (a: Open[], b: Open[]): number => {
    for (const [at, [, direction]] of fields.entries()) {
      const found = orderOf(a[at], b[at]) * direction;
      if (found !== 0) return found;
    }
    return 0;
  };
  const keyed = documents.map((document) => {
    const keys = variants(
      document,
      fields.map(([path]) => path.split('.')),
    ).map((variant) => fields.map(([path]) => read(variant, path.split('.'))));
    return { document, key: keys.sort(compare)[0] ?? [] };
  });
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ document }) => document);
}

/** An empty array comes before everything, null included. */
function orderOf(a: Open, b: Open): number {
  if (a === NOTHING || b === NOTHING) return Number(b === NOTHING) - Number(a === NOTHING);
  return order(
    a instanceof Settled ? whole(a.value) : whole(a),
    b instanceof Settled ? whole(b.value) : whole(b),
  );
}

function plain(value: Open): Plain | undefined {
  return value instanceof Settled ? value.value : value;
}

/** The value as it was before arrays inside of it were replaced, for a path that ends above them. */
function whole(value: Open): Plain | undefined {
  if (value instanceof Settled) return value.array;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, whole(inner) ?? null]));
}

function read(value: Open, path: string[]): Open {
  const [field, ...rest] = path;
  if (field === undefined || value === NOTHING) return value;
  const inner = plain(value);
  return isObject(inner) && Object.hasOwn(inner, field) ? read(inner[field], rest) : undefined;
}

/** All documents that come of putting an element in the place of each array on the paths. */
function variants(document: PlainDocument, paths: string[][]): PlainDocument[] {
  const found = paths.map((path) => arrayOn(document, path)).filter((path) => path !== undefined);
  const [first] = found;
  if (!first) return [document];
  if (found.some((path) => path.join('.') !== first.join('.')))
    refuse('cannot sort with keys that are parallel arrays');
  const array = read(document, first) as Plain[];
  const elements = array.length === 0 ? [NOTHING] : array.map((item) => new Settled(item, array));
  return elements.flatMap((element) => variants(replaced(document, first, element), paths));
}

/** The path to the first array on the way that still stands as one. */
function arrayOn(document: PlainDocument, path: string[]): string[] | undefined {
  const lengths = path.map((_field, at) => at + 1);
  const length = lengths.find((count) => Array.isArray(read(document, path.slice(0, count))));
  return length === undefined ? undefined : path.slice(0, length);
}

function replaced(document: PlainDocument, [field = '', ...rest]: string[], element: Settled): PlainDocument {
  const inner = document[field] as Open;
  const next = rest.length === 0 ? element : replaced(plain(inner) as PlainDocument, rest, element);
  return { ...document, [field]: next as Plain };
}
