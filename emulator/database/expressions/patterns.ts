import { regularExpression } from '../ejson';
import { requestFailed } from '../failure';
import { typeName, type Document, type Value } from '../value';
import { type Evaluate, isNullish, namedArguments, type Operator, type Scope } from './expression';
import { codePoints, namedText } from './text';

const WHITESPACE = codePoints(
  '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

const trimming = (left: boolean, right: boolean): Operator => {
  return (operand, compile, name) => {
    const parts = namedArguments(name, operand, ['input', 'chars'], ['input']);
    const input = compile(parts.input as Value);
    const characters = parts.chars === undefined ? undefined : compile(parts.chars);
    return (scope) => {
      const text = input(scope);
      const given = characters?.(scope);
      if (isNullish(text) || (characters && isNullish(given))) return null;
      const units = codePoints(namedText(text, name, 'input'));
      const set = new Set(characters ? codePoints(namedText(given, name, 'chars')) : WHITESPACE);
      let [from, to] = [0, units.length];
      while (left && from < to && set.has(units[from] as string)) from++;
      while (right && to > from && set.has(units[to - 1] as string)) to--;
      return units.slice(from, to).join('');
    };
  };
};

export const $trim = trimming(true, true);
export const $ltrim = trimming(true, false);
export const $rtrim = trimming(false, true);

const replacing = (replace: (text: string, find: string, by: string) => string): Operator => {
  return (operand, compile, name) => {
    const keys = ['input', 'find', 'replacement'] as const;
    const parts = namedArguments(name, operand, keys, keys);
    const evaluate = keys.map((key) => compile(parts[key] as Value));
    return (scope) => {
      const values = evaluate.map((part) => part(scope));
      if (values.some(isNullish)) return null;
      const [text, find, by] = values.map((value, at) => {
        if (typeof value === 'string') return value;
        throw requestFailed(`${name} requires that '${keys[at]}' be a string, found: ${typeName(value)}`);
      }) as [string, string, string];
      return replace(text, find, by);
    };
  };
};

export const $replaceOne = replacing((text, find, by) => {
  const at = text.indexOf(find);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + find.length);
});
export const $replaceAll = replacing((text, find, by) =>
  find === ''
    ? by +
      codePoints(text)
        .map((unit) => unit + by)
        .join('')
    : text.split(find).join(by),
);

/** The matches of a pattern, each with its place counted in code points. */
const searching = (answer: (found: Iterable<Document>) => Value): Operator => {
  return (operand, compile, name) => {
    const parts = namedArguments(name, operand, ['input', 'regex', 'options'], ['input', 'regex']);
    const input = compile(parts.input as Value);
    const regex = compile(parts.regex as Value);
    const options = parts.options === undefined ? undefined : compile(parts.options);
    return (scope) => {
      const [text, pattern] = [input(scope), patternOf(name, regex, options, scope)];
      if (!isNullish(text) && typeof text !== 'string') {
        throw requestFailed(`${name} needs 'input' to be of type string`);
      }
      return answer(isNullish(text) || !pattern ? [] : matchesOf(text, pattern));
    };
  };
};

function patternOf(
  name: string,
  regex: Evaluate,
  options: Evaluate | undefined,
  scope: Scope,
): RegExp | undefined {
  const [pattern, flags] = [regex(scope), options?.(scope)];
  if (!isNullish(flags) && typeof flags !== 'string') {
    throw requestFailed(`${name} needs 'options' to be of type string`);
  }
  if (isNullish(pattern)) return undefined;
  if (pattern instanceof RegExp) {
    if (pattern.flags && flags)
      throw requestFailed(`${name}: found regex options specified in both 'regex' and 'options' fields`);
    return regularExpression(pattern.source, pattern.flags || (flags ?? ''));
  }
  if (typeof pattern !== 'string') throw requestFailed(`${name} needs 'regex' to be of type string or regex`);
  return regularExpression(pattern, flags ?? '');
}

function* matchesOf(text: string, pattern: RegExp): Iterable<Document> {
  for (const found of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
    yield {
      match: found[0],
      idx: codePoints(text.slice(0, found.index)).length,
      captures: found.slice(1).map((capture: string | undefined) => capture ?? null),
    };
  }
}

export const $regexMatch = searching((found) => [...found].length > 0);
export const $regexFind = searching((found) => [...found][0] ?? null);
export const $regexFindAll = searching((found) => [...found]);
