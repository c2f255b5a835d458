import type { OrganisationKind } from '@contract/organisations';

/** Collection `organisations`: 驻区单位. */
export interface OrganisationDocument {
  _id: string;
  placeId: string;
  placeName: string;
  path: string[];
  name: string;
  kind: OrganisationKind;
  offers: string;
  contact: string;
  /** Missing while it is listed. */
  removedAt?: number | null;
  revision: number;
  createdAt: number;
}
