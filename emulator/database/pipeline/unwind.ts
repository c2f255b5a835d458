import { requestFailed } from '../failure';
import { putAt } from '../shaping';
import { isDocument, typeName, type Document, type Value } from '../value';
import { documentOf } from './shape';
import type { Stage } from './stage';

interface Unwinding {
  path: string[];
  index?: string;
  keepsEmpty: boolean;
}

export const $unwind: Stage = (value) => {
  const { path, index, keepsEmpty } = unwinding(value);
  return (rows) =>
    rows.flatMap((row) => {
      const found = at(row, path);
      const mark = (document: Document, position: number | null) =>
        index === undefined ? document : putAt(document, index.split('.'), position);
      if (found === undefined || found === null) return keepsEmpty ? [mark(row, null)] : [];
      if (!Array.isArray(found)) return [mark(row, null)];
      if (found.length === 0) return keepsEmpty ? [mark(without(row, path), null)] : [];
      return found.map((item, position) => mark(putAt(row, path, item), position));
    });
};

function unwinding(value: Value): Unwinding {
  if (typeof value === 'string') return { path: unwoundPath(value), keepsEmpty: false };
  const specification = documentOf(
    value,
    `expected either a string or an object as specification for $unwind stage, got ${typeName(value)}`,
  );
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...rest } = specification;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`);
  if (path === undefined) throw requestFailed('no path specified to $unwind stage');
  if (typeof path !== 'string')
    throw requestFailed(`expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw requestFailed(
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserveNullAndEmptyArrays)}`,
    );
  }
  return {
    path: unwoundPath(path),
    index: indexField(includeArrayIndex),
    keepsEmpty: preserveNullAndEmptyArrays,
  };
}

function unwoundPath(path: string): string[] {
  if (path.startsWith('$') && path.length > 1) return path.slice(1).split('.');
  throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`);
}

function indexField(field: Value | undefined): string | undefined {
  if (field === undefined) return undefined;
  if (typeof field !== 'string' || field === '') {
    throw requestFailed(
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(field)}`,
    );
  }
  if (field.startsWith('$')) {
    throw requestFailed(
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${field}`,
    );
  }
  return field;
}

/** $unwind follows documents only: an array on the way hides what is in it. */
function at(document: Document, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>(
    (value, field) => (isDocument(value) && Object.hasOwn(value, field) ? value[field] : undefined),
    document,
  );
}

function without(document: Document, [field = '', ...rest]: readonly string[]): Document {
  const { [field]: inner, ...others } = document;
  if (rest.length === 0) return others;
  return { ...document, [field]: without(isDocument(inner) ? inner : {}, rest) };
}
