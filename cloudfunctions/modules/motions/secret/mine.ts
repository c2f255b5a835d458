import type { ErrorCode } from '@contract/errors';
import type { MyVoter } from '@contract/motions';
import { store } from '../../../kernel/reader';
import type { PersonDocument } from '../../../kernel/person';
import { persons } from '../../members/repository';
import type { BallotMarkDocument } from './documents';
import { markView } from './views';

/** Who has voted for a home cannot be put right by anybody: nobody knows what was chosen. */
const SETTLE = '无记名投票第一次投的算，不能再改。以后由谁投，可以请大家到社区登记推选一位';

type SecretPart = Pick<MyVoter, 'mark' | 'otherCast' | 'locked'>;

const NOTHING: SecretPart = { mark: null, otherCast: null, locked: null };

function lockOf({ channel, castBy }: BallotMarkDocument, personId: string): ErrorCode {
  if (channel === 'box') return 'BOX_STANDS';
  return castBy === personId ? 'SECRET_STANDS' : 'VOTER_VOTED';
}

/** What the people of a voter are told of their secret ballot: that it was cast and by whom, never what (SECRET-5). */
export async function secretPartOf(
  person: PersonDocument,
  mark: BallotMarkDocument | undefined,
  may: MyVoter['may'],
): Promise<SecretPart> {
  if (!mark || may !== null) return NOTHING;
  const locked = lockOf(mark, person._id);
  if (locked !== 'VOTER_VOTED') return { mark: markView(mark, person._id), otherCast: null, locked };
  const other = await persons.byId(store, mark.castBy);
  const otherCast = {
    name: other?.name ?? '同一户的人',
    castAt: mark.castAt,
    settle: SETTLE,
    replaced: null,
  };
  return { mark: null, otherCast, locked };
}
