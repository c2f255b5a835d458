import { describe } from 'vitest';
import { ballotSequences } from '../support/ballot-sequences';

describe('any order of ballots, lost answers, late retries, extension and closing', () => ballotSequences(2));
