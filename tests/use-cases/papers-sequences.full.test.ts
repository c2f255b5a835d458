import { describe } from 'vitest';
import { paperSequences } from '../support/paper-sequences';

describe('any order of phone, entering, checking and objecting', () => paperSequences(60));
