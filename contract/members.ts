import { z } from 'zod';
import { command, query } from './call';
import { clientId, text } from './fields';
import type { Office } from './roles';

export interface TieView {
  homeId: string;
  label: string;
  relation: string;
  since: number;
}

export interface OfficeView {
  id: string;
  office: Office;
  placeId: string;
  placeName: string;
  untilAt: number;
}

export interface Me {
  personId: string;
  /** Null until signed in. */
  name: string | null;
  ties: TieView[];
  offices: OfficeView[];
}

export const memberCalls = {
  'members.me': query({ roles: ['visitor'], relation: 'self' }, z.strictObject({})).returns<Me>(),
  'members.signIn': command(
    { roles: ['visitor'], relation: 'self' },
    z.strictObject({
      clientId,
      name: text(20, '称呼'),
      consentVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '请先阅读并同意说明'),
    }),
  ).returns<Me>(),
};
