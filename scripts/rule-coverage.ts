import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

/** What the application does, and what code on the cloud may rely on. */
const DOCUMENTS = ['docs/rules.md', 'docs/emulator/conformance.md'];
const RULE = /^- \*\*([A-Z]+-\d+)\*\*/gm;
const CITED = /\[([A-Z]+-\d+)\]/g;
const TEST_FILE = /\.test\.tsx?$/;
const TITLED = new Set(['it', 'test', 'describe']);
/** A title behind one of these runs nothing, so it covers nothing. */
const SILENT = new Set(['skip', 'todo', 'skipIf', 'runIf', 'fails']);

export interface RuleCoverage {
  /** Ids of all documents, in their order. */
  rules: string[];
  /** Ids that the documents give twice, each or together. */
  repeated: string[];
  /** Rules without a test. */
  untested: string[];
  /** Ids that a test cites and no document has. */
  unknown: { rule: string; file: string }[];
}

/** Names of a call's callee from the outermost to the innermost: `it.only.each(…)(…)` gives each, only, it. */
function calleeNames(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [callee.name.text, ...calleeNames(callee.expression)];
  if (ts.isCallExpression(callee)) return calleeNames(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? calleeNames(callee.tag) : [];
}

function titleOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const names = calleeNames(node.expression);
  if (!TITLED.has(names.at(-1) ?? '') || names.some((name) => SILENT.has(name))) return null;
  const [title] = node.arguments;
  if (!title) return null;
  if (ts.isStringLiteralLike(title)) return title.text;
  return ts.isTemplateExpression(title) ? title.head.text : null;
}

/** Ids cited in the titles of one test file. */
export function citedRules(file: string, text: string): string[] {
  const cited = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const [, rule] of (titleOf(node) ?? '').matchAll(CITED)) if (rule) cited.add(rule);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return [...cited];
}

/**
 * Compares the rules of the documents with the titles of all tests under tests/ of a project folder. Nothing runs:
 * whether the tests pass is the test runner's business.
 */
export async function ruleCoverage(root: string): Promise<RuleCoverage> {
  const documents = await Promise.all(DOCUMENTS.map((name) => readFile(path.join(root, name), 'utf8')));
  const given = documents.flatMap((text) => [...text.matchAll(RULE)].flatMap(([, rule]) => rule ?? []));
  const rules = [...new Set(given)];
  const tests = path.join(root, 'tests');
  const names = (await readdir(tests, { recursive: true })).filter((name) => TEST_FILE.test(name)).sort();
  const cited = await Promise.all(
    names.map(async (name) => {
      const found = citedRules(name, await readFile(path.join(tests, name), 'utf8'));
      return found.map((rule) => ({ rule, file: `tests/${name.split(path.sep).join('/')}` }));
    }),
  );
  const covered = new Set(cited.flat().map(({ rule }) => rule));
  return {
    rules,
    repeated: given.filter((rule, index) => given.indexOf(rule) !== index),
    untested: rules.filter((rule) => !covered.has(rule)),
    unknown: cited.flat().filter(({ rule }) => !rules.includes(rule)),
  };
}
