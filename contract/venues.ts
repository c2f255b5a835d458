import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { cursor, id, optionalText, photos, text } from './fields';
import { hours, type OpeningHours, type OpenNow } from './opening-hours';
import { OFFICES } from './roles';
import { kept, type RoomDetail, VENUE_KEEPERS } from './rooms';

export const VENUE_KINDS = [
  'hall', // 议事厅、活动室
  'service-centre', // 党群服务中心
  'neighbour-centre', // 邻里中心
  'party-centre', // 党建中心
  'rest-place', // 司机、骑手之家
  'canteen', // 银发食堂
  'day-care', // 日间照料
  'other',
] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

export interface VenueSummary {
  id: string;
  placeId: string;
  placeName: string;
  name: string;
  kind: VenueKind;
  kindLabel: string;
  address: string;
  stepFree: boolean;
  /** Degrees × 1,000,000, whole numbers (GCJ-02, as WeChat gives them); null: none was recorded. */
  position: { latitude: number; longitude: number } | null;
  photos: string[];
  now: OpenNow;
}

export interface VenueDetail extends VenueSummary {
  /** What there is: '饮水、充电、微波炉'. */
  note: string;
  hours: OpeningHours;
  rooms: RoomDetail[];
  revision: number;
  can: Can<'keep' | 'addRoom'>;
}

const keepers = { roles: VENUE_KEEPERS, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
export const venueCalls = {
  'venues.list': query(
    visible,
    z.strictObject({ placeId: id, kind: z.enum(VENUE_KINDS).nullable().default(null), cursor }),
  ).returns<Page<VenueSummary> & { can: Can<'keep'> }>(),
  'venues.detail': query(visible, z.strictObject({ id })).returns<VenueDetail>(),
  'venues.keep': command(
    keepers,
    z.strictObject({
      ...kept,
      placeId: id,
      name: text(30, '名称'),
      kind: z.enum(VENUE_KINDS, '请选择类型'),
      address: text(80, '地址'),
      stepFree: z.boolean(),
      position: z
        .strictObject({
          latitude: z.int().min(-90_000_000).max(90_000_000),
          longitude: z.int().min(-180_000_000).max(180_000_000),
        })
        .nullable()
        .default(null),
      photos,
      note: optionalText(200, '说明').default(''),
      hours,
    }),
  ).returns<VenueDetail>(),
};
