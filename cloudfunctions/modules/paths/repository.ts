import type { Reader, Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { PathBoardDocument } from './documents';

export const pathBoards = {
  idOf: (matterId: string) => idOf('path-board', matterId),
  of: (reader: Reader, matterId: string) =>
    reader.get<PathBoardDocument>('path_boards', pathBoards.idOf(matterId)),
  put: (transaction: Transaction, board: PathBoardDocument) => transaction.put('path_boards', board),
};
