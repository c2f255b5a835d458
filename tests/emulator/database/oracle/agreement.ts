import { EJSON } from 'bson';
import fc from 'fast-check';
import { expect } from 'vitest';
import { decodeDocument, encode } from '../../../../emulator/database/ejson';
import { DatabaseFailure } from '../../../../emulator/database/failure';
import { compileProjection } from '../../../../emulator/database/projection';
import { compileQuery } from '../../../../emulator/database/query';
import { sorter } from '../../../../emulator/database/sort';
import { compileUpdate } from '../../../../emulator/database/update';
import type { Document } from '../../../../emulator/database/value';
import { document, name, projection, query } from './generators';
import { project } from './project';
import { match } from './query';
import { sort } from './sort';
import { caseOf } from './update-generator';
import { update } from './update';
import { type PlainDocument, Refused } from './values';

/*
 * The local cloud and the oracle are given the same generated case as the SDK would send it; either both give the same answer, to
 * the order of fields and the sign of zero, or both refuse.
 */

interface Settings {
  seed: number;
  numRuns: number;
}

const REFUSED = 'refused';

/** The answer, or that it was refused; anything else that is thrown is a fault. */
function answerOf(run: () => unknown, refusal: new (...given: never[]) => Error): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof refusal) return REFUSED;
    throw error;
  }
}

/** What the local cloud reads of what the SDK writes. */
const sent = (value: PlainDocument): Document =>
  decodeDocument(EJSON.stringify(value, { relaxed: false }), 0);

function agree(emulator: () => unknown, oracle: () => unknown): void {
  expect(answerOf(emulator, DatabaseFailure)).toEqual(answerOf(oracle, Refused));
}

/** As bson writes it, which loses digits of large integers that the local cloud keeps. */
const shown = (value: Document) => text(EJSON.parse(encode(value)) as PlainDocument);

const text = (value: PlainDocument) => EJSON.stringify(value, { relaxed: false });

export function agreeOnQueries(settings: Settings): void {
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 8 }), query, (documents, condition) => {
      agree(
        () => {
          const compiled = compileQuery(sent(condition));
          return documents.map((item) => compiled.test(sent(item)));
        },
        () => documents.map((item) => match(item, condition).holds),
      );
    }),
    { ...settings, numRuns: settings.numRuns * 2 },
  );
}

export function agreeOnUpdates(settings: Settings): void {
  fc.assert(
    fc.property(caseOf, ({ item, change, condition }) => {
      agree(
        () => {
          const { position } = compileQuery(sent(condition));
          return shown(compileUpdate(sent(change), position)(sent(item)));
        },
        () => {
          match(item, condition);
          return text(update(item, change, condition));
        },
      );
    }),
    settings,
  );
}

export function agreeOnOrder(settings: Settings): void {
  const by = fc.dictionary(
    fc.oneof(
      name,
      fc.tuple(name, name).map((parts) => parts.join('.')),
    ),
    fc.constantFrom<1 | -1>(1, -1),
    { minKeys: 1, maxKeys: 2, noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 6 }), by, (documents, order) => {
      agree(
        () => documents.map(sent).sort(sorter(order)).map(shown),
        () => sort(documents, order).map(text),
      );
    }),
    settings,
  );
}

export function agreeOnProjections(settings: Settings): void {
  fc.assert(
    fc.property(document, projection, query, (item, fields, condition) => {
      agree(
        () => {
          compileQuery(sent(condition));
          return shown(compileProjection(sent(fields), sent(condition))(sent(item)));
        },
        () => {
          match(item, condition);
          return text(project(item, fields, condition));
        },
      );
    }),
    settings,
  );
}
