import type { CallRequest } from '../../../contract/calls';

/** A row of the register as `members.recordHomes` takes it. */
export type RegisterHome = CallRequest<'members.recordHomes'>['homes'][number];

/** A home before anybody lives in it. */
export type Shell = Pick<RegisterHome, 'placeId' | 'label' | 'use' | 'area' | 'areaBasis'>;
