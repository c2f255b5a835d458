import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, revision, text } from './fields';
import { OFFICES } from './roles';

export const ORGANISATION_KINDS = [
  'government', // 机关事业单位
  'school',
  'medical',
  'police',
  'enterprise',
  'finance',
  'social', // 社会组织
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** 驻区单位: an organisation in the area, known by what it is and offers; of people only the title of whoever is to be asked for (ORG-1). */
export interface OrganisationView {
  id: string;
  name: string;
  kind: OrganisationKind;
  kindLabel: string;
  placeName: string;
  offers: string;
  /** '办公室主任' */
  contact: string;
  revision: number;
  can: Can<'edit'>;
}

export interface OrganisationList extends Page<OrganisationView> {
  kinds: { id: OrganisationKind; label: string }[];
  can: Can<'add'>;
}

const keepers = {
  roles: ['secretary', 'residents-committee', 'villagers-committee'],
  relation: 'office-place',
} as const;

const kept = {
  name: text(40, '单位名称'),
  kind: z.enum(ORGANISATION_KINDS, '请选择单位类型'),
  offers: text(200, '能提供什么'),
  contact: text(20, '联系人的职务'),
};

export const organisationCalls = {
  'organisations.list': query(
    { roles: ['resident', ...OFFICES], relation: 'visible' },
    z.strictObject({ placeId: id, cursor }),
  ).returns<OrganisationList>(),
  'organisations.add': command(
    keepers,
    z.strictObject({ clientId, placeId: id, ...kept }),
  ).returns<OrganisationView>(),
  'organisations.edit': command(
    keepers,
    z.strictObject({ clientId, id, revision, ...kept }),
  ).returns<OrganisationView>(),
  /** It is in no list any more; meetings that it was invited to keep its name. */
  'organisations.remove': command(keepers, z.strictObject({ clientId, id, revision })).returns<{
    id: string;
  }>(),
};
