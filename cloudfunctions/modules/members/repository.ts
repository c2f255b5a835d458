import type { Reader, Transaction } from '../../kernel/database';
import type { PersonDocument } from '../../kernel/person';

export const persons = {
  byId: (reader: Reader, id: string) => reader.get<PersonDocument>('persons', id),
  put: (transaction: Transaction, person: PersonDocument) => transaction.put('persons', person),
};
