import type { Reader, Transaction } from '../../../kernel/database';

/** Collection `settings`, one document: whoever made themself the first administrator with the environment's code (MEM-7). */
export interface FirstAdministratorDocument {
  _id: 'first-administrator';
  personId: string;
  at: number;
}

const ID = 'first-administrator';

export const firstAdministrator = {
  get: (reader: Reader) => reader.get<FirstAdministratorDocument>('settings', ID),
  put: (transaction: Transaction, personId: string, at: number) =>
    transaction.insert<FirstAdministratorDocument>('settings', { _id: ID, personId, at }),
};
