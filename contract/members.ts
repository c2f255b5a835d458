import { z } from 'zod';
import { command, query } from './call';
import type { ClaimState } from './claims';
import { clientId, text } from './fields';
import type { PlaceKind } from './places';
import type { HomeRelation, Office } from './roles';

export interface TieView {
  homeId: string;
  label: string;
  /** Ids from the city down to the home itself. */
  path: string[];
  relation: HomeRelation;
  /** Epoch ms */
  since: number;
  /** The register has this home no more: it counts in no new roll (REG-10). */
  gone: boolean;
}

export interface OfficeView {
  id: string;
  office: Office;
  placeId: string;
  placeName: string;
  fromAt: number;
  /** End of the term, exclusive. */
  untilAt: number;
}

/** A claim of one's own that waits, or one of the latest decided. */
export interface OwnClaim {
  id: string;
  homeId: string;
  homeLabel: string;
  relation: HomeRelation;
  registerName: string;
  state: ClaimState;
  /** Why it was refused; null where no reason was given. */
  reason: string | null;
  createdAt: number;
  decidedAt: number | null;
}

/** A community, estate, village group, park or office building that I belong to. */
export interface MyPlace {
  id: string;
  kind: PlaceKind;
  name: string;
  path: string[];
  /** Through a home or an office. */
  through: 'home' | 'office';
  /** The one place that the phone opens with. */
  home: boolean;
}

export interface Me {
  personId: string;
  /** Null until signed in. */
  name: string | null;
  /** Others see «住户» until the content check lets the name pass. */
  nameHeld: boolean;
  hasPhone: boolean;
  ties: TieView[];
  /** Those in term now. */
  offices: OfficeView[];
  claims: OwnClaim[];
  places: MyPlace[];
  /** Unread messages in the inbox. */
  unread: number;
}

const phone = z.string().regex(/^1[3-9]\d{9}$/, '请填写11位手机号');

const self = { roles: ['visitor'], relation: 'self' } as const;
const own = { roles: ['person'], relation: 'self' } as const;

export const memberCalls = {
  'members.me': query(self, z.strictObject({})).returns<Me>(),
  /** Makes the person, once (MEM-1); again: changes the name and the consent. */
  'members.signIn': command(
    self,
    z.strictObject({
      clientId,
      name: text(20, '称呼'),
      consentVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '请先阅读并同意说明'),
    }),
  ).returns<Me>(),
  /** What is left out stays; `phone: null` removes the number (MEM-9). */
  'members.updateProfile': command(
    own,
    z.strictObject({ clientId, name: text(20, '称呼').optional(), phone: phone.nullish() }),
  ).returns<Me>(),
};
