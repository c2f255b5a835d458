import { match } from './query';
import { isObject, type Plain, type PlainDocument, refuse } from './values';

/*
 * Projections, written from MongoDB's documents: which fields are shown is asked for each path of the document.
 */

/** What the projection shows of a document that the query found. */
export function project(
  document: PlainDocument,
  projection: PlainDocument,
  query: PlainDocument,
): PlainDocument {
  const special = (value: Plain, name: string) => isObject(value) && name in value;
  const flags = Object.entries(projection).filter(
    ([path, value]) => !isObject(value) && !path.endsWith('.$'),
  );
  const slices = Object.entries(projection).filter(([, value]) => special(value, '$slice'));
  const matches = Object.entries(projection).filter(([, value]) => special(value, '$elemMatch'));
  const places = Object.keys(projection)
    .filter((path) => path.endsWith('.$'))
    .map((path) => path.slice(0, -2));
  if (places.length > 1) refuse('more than one positional projection');
  if (places.length > 0 && matches.length > 0) refuse('positional operator and $elemMatch');
  if (matches.some(([path]) => path.includes('.'))) refuse('$elemMatch on a nested field');
  const others = flags.filter(([path]) => path !== '_id');
  const shown = others.filter(([, flag]) => Boolean(flag)).map(([path]) => path);
  const hidden = others.filter(([, flag]) => !flag).map(([path]) => path);
  const idFlag = flags.find(([path]) => path === '_id')?.[1];
  const idAlone = matches.length > 0 || Boolean(idFlag);
  const inclusion = shown.length + places.length > 0 || (hidden.length === 0 && idAlone);
  if (inclusion && hidden.length > 0) refuse('mixes inclusion and exclusion');
  collisions([...others.map(([path]) => path), ...places, ...[...slices, ...matches].map(([path]) => path)]);

  for (const [, value] of slices) slice([], (value as PlainDocument).$slice as Plain);
  for (const [, value] of matches) match({}, { array: value });

  let result: PlainDocument;
  if (inclusion) {
    const wanted = [...shown, ...places, ...slices.map(([path]) => path)];
    if (idFlag === undefined || idFlag) wanted.push('_id');
    result = keep(
      document,
      (path) => wanted.some((other) => path === other || path.startsWith(`${other}.`)),
      (path) => wanted.some((other) => other.startsWith(`${path}.`)),
    );
  } else {
    const unwanted = [...hidden, ...(idFlag === undefined || idFlag ? [] : ['_id'])];
    result = drop(document, unwanted);
  }
  for (const [path, value] of slices) {
    result = change(result, path.split('.'), (array) =>
      slice(array, (value as PlainDocument).$slice as Plain),
    );
  }
  for (const path of places) {
    const { at } = match(document, query);
    result = change(result, path.split('.'), (array) =>
      at === undefined || at >= array.length ? refuse('no matching element') : [array[at] as Plain],
    );
  }
  for (const [field, value] of matches) {
    const array = document[field];
    const test = (item: Plain) => match({ array: [item] }, { array: value }).holds;
    const found = Array.isArray(array) ? array.find(test) : undefined;
    delete result[field];
    if (found !== undefined) result[field] = [found];
  }
  return result;
}

function collisions(paths: string[]): void {
  paths.forEach((a, i) =>
    paths.forEach((b, j) => {
      if (i !== j && `${b}.`.startsWith(`${a}.`)) refuse('Path collision');
    }),
  );
}

/** Fields that are wanted as a whole, and documents and arrays in which some are. */
function keep(
  document: PlainDocument,
  whole: (path: string) => boolean,
  partly: (path: string) => boolean,
  prefix = '',
): PlainDocument {
  const inside = (value: Plain, path: string): Plain | undefined => {
    if (Array.isArray(value))
      return value.map((item) => inside(item, path)).filter((item) => item !== undefined);
    return isObject(value) ? keep(value, whole, partly, `${path}.`) : undefined;
  };
  const entries = Object.entries(document).map(([field, value]): [string, Plain | undefined] => {
    const path = prefix + field;
    if (whole(path)) return [field, value];
    return [field, partly(path) ? inside(value, path) : undefined];
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, Plain] => entry[1] !== undefined));
}

function drop(value: PlainDocument, unwanted: string[], prefix = ''): PlainDocument {
  const inside = (inner: Plain, path: string): Plain => {
    if (Array.isArray(inner)) return inner.map((item) => inside(item, path));
    return isObject(inner) ? drop(inner, unwanted, `${path}.`) : inner;
  };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !unwanted.includes(prefix + field))
      .map(([field, inner]) => [field, inside(inner, prefix + field)]),
  );
}

function change(value: PlainDocument, path: string[], by: (array: Plain[]) => Plain[]): PlainDocument {
  const follow = (inner: Plain, rest: string[]): Plain => {
    const [field, ...more] = rest;
    if (field === undefined) return Array.isArray(inner) ? by(inner) : inner;
    if (Array.isArray(inner)) return inner.map((item) => follow(item, rest));
    if (!isObject(inner) || !Object.hasOwn(inner, field)) return inner;
    return { ...inner, [field]: follow(inner[field] as Plain, more) };
  };
  return follow(value, path) as PlainDocument;
}

function slice(array: Plain[], operand: Plain): Plain[] {
  if (typeof operand === 'number') return operand < 0 ? array.slice(operand) : array.slice(0, operand);
  if (!Array.isArray(operand) || operand.length !== 2) refuse('Invalid $slice syntax');
  const [skip, count] = operand as [number, number];
  if (count <= 0) refuse('must be positive');
  const from = skip < 0 ? Math.max(0, array.length + skip) : skip;
  return array.slice(from, from + count);
}
