import type { HolderDocument, ProxyDocument } from './documents';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';

/** Voters that one person is or was entrusted by, the latest first; nobody holds so many in what is running. */
const OF_HOLDER = 100;
/** Voters in all votes of the years that one person gave or held a proxy of: as many as one answer takes. */
const OF_PERSON = 1000;
/** Voters of one meeting of whom a proxy on paper waits. */
const WAITING = 200;

export const proxies = {
  /** All proxies of a voter for a meeting, or for a vote without one, lie in one document (PROXY-4). */
  idOf: (arenaId: string, voterKey: string) => idOf('proxy', arenaId, voterKey),

  byId: (reader: Reader, id: string) => reader.get<ProxyDocument>('proxies', id),
  put: (transaction: Transaction, proxy: ProxyDocument) => transaction.put('proxies', proxy),
  insert: (transaction: Transaction, proxy: ProxyDocument) => transaction.insert('proxies', proxy),

  async byCode(codeHash: string): Promise<ProxyDocument | null> {
    const rows = await store.find<ProxyDocument>('proxies', { codeHashes: codeHash }, { limit: 1 });
    return rows[0] ?? null;
  },

  /** Those of one meeting, or of one vote without a meeting. */
  ofArena: (arenaId: string) => store.findAll<ProxyDocument>('proxies', { arenaId }),

  /** What somebody gave in these votes, whoever stands for the voter by now. */
  givenBy: (principalId: string) =>
    store.find<ProxyDocument>('proxies', { 'grants.principalId': principalId }, { limit: OF_PERSON }),

  /** What somebody was ever entrusted with, also what has ended. */
  everHeldBy: (holderId: string) =>
    store.find<ProxyDocument>('proxies', { 'grants.holderId': holderId }, { limit: OF_PERSON }),

  ofHolder: (holderId: string) =>
    store.find<ProxyDocument>(
      'proxies',
      { holderIds: holderId },
      { order: [['givenAt', 'desc']], limit: OF_HOLDER },
    ),

  waiting: (arenaId: string) =>
    store.find<ProxyDocument>('proxies', { arenaId, waiting: true }, { limit: WAITING }),
};

export const holders = {
  idOf: (arenaId: string, holderId: string) => idOf('proxy-holder', arenaId, holderId),
  byId: (reader: Reader, id: string) => reader.get<HolderDocument>('proxy_holders', id),
  put: (transaction: Transaction, holder: HolderDocument) => transaction.put('proxy_holders', holder),
  insert: (transaction: Transaction, holder: HolderDocument) => transaction.insert('proxy_holders', holder),
};
