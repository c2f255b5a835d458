import type { HolderDocument, ProxyDocument } from './documents';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';

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
  givenIn: (arenaId: string, principalId: string) =>
    store.findAll<ProxyDocument>('proxies', { arenaId, 'grants.principalId': principalId }),

  /** Voters that somebody was entrusted with and of whom a proxy lapsed. */
  lapsedOf: (holderId: string) =>
    store.findAll<ProxyDocument>('proxies', { 'grants.holderId': holderId, 'grants.state': 'lapsed' }),

  /** All of them, over the years: whoever leaves must have handed back each that still counts (KEEP-2). */
  ofHolder: (holderId: string) => store.findAll<ProxyDocument>('proxies', { holderIds: holderId }),

  waiting: (arenaId: string) => store.findAll<ProxyDocument>('proxies', { arenaId, waiting: true }),
};

export const holders = {
  idOf: (arenaId: string, holderId: string) => idOf('proxy-holder', arenaId, holderId),
  byId: (reader: Reader, id: string) => reader.get<HolderDocument>('proxy_holders', id),
  put: (transaction: Transaction, holder: HolderDocument) => transaction.put('proxy_holders', holder),
  insert: (transaction: Transaction, holder: HolderDocument) => transaction.insert('proxy_holders', holder),
};
