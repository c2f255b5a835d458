import { EJSON } from 'bson';
import type { WireAnswer, WireRequest } from '../../../emulator/wire';
import type { Outcome, Request } from './transaction-model';

const ejson = (value: object) => EJSON.stringify(value, { relaxed: false });

/** The request as the SDK sends it. */
export function wireOf(request: Request): WireRequest {
  const one = 'id' in request ? { queryType: 'DOC', query: ejson({ _id: request.id }), multi: false } : {};
  const many = 'from' in request ? { queryType: 'WHERE', query: ejson({ n: { $gte: request.from } }) } : {};
  switch (request.kind) {
    case 'get':
      return { action: 'database.getDocument', ...one };
    case 'find':
      return { action: 'database.getDocument', ...many, order: ejson({ _id: 1 }) };
    case 'add':
      return { action: 'database.insertDocument', data: [ejson({ _id: request.id, n: request.n })] };
    case 'remove':
      return { action: 'database.removeDocument', ...one };
    case 'set':
      return {
        action: 'database.modifyDocument',
        ...one,
        data: ejson({ n: request.n }),
        merge: false,
        upsert: true,
      };
    case 'update':
    case 'change': {
      const data = ejson({ $set: { n: request.n } });
      const multi = request.kind === 'change';
      return { action: 'database.modifyDocument', ...one, ...many, multi, data, merge: true, upsert: false };
    }
  }
}

/** What the answer says, in the words of the model. Throws for a failure that the model does not know. */
export function outcomeOf(answer: WireAnswer): Outcome {
  if ('code' in answer) {
    if (answer.code === 'DATABASE_TRANSACTION_CONFLICT') return { refused: 'conflict' };
    if (answer.message.includes('TransactionNotExist')) return { refused: 'ended' };
    if (answer.message.includes('E11000')) return { refused: 'duplicate' };
    throw new Error(`${answer.code} ${answer.message}`);
  }
  const { list, insertedIds, upsert_id: upserted, updated, deleted } = answer.data ?? {};
  if (Array.isArray(list)) {
    const rows = (list as string[]).map((row) => EJSON.parse(row) as { _id: string; n: number });
    return { rows: rows.map(({ _id, n }) => [_id, n]) };
  }
  if (Array.isArray(insertedIds)) return { created: String(insertedIds[0]) };
  if (typeof upserted === 'string') return { created: upserted };
  const count = updated ?? deleted;
  return typeof count === 'number' ? { count } : 'done';
}
