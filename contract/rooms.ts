import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { clientId, id, photos, revision, text } from './fields';
import { exception, hours, type OpeningHours, type OpenNow } from './opening-hours';
import { type Office, OFFICES } from './roles';

export const PURPOSES = [
  'discussion', // 议事
  'choir', // 合唱
  'dance', // 舞蹈
  'calligraphy', // 书法
  'tai-chi', // 太极
  'games', // 棋牌
  'reading', // 读书
  'class', // 课程
  'children', // 亲子
  'clinic', // 义诊
  'volunteering', // 志愿活动
  'family-event', // 家庭聚会
  'other', // 其他
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who may book a room: neighbours of its place, owners there, or offices alone. */
export const ROOM_USERS = ['residents', 'owners', 'offices'] as const;
export type RoomUsers = (typeof ROOM_USERS)[number];

export const STEPS = [15, 30, 60] as const;

export interface RoomRules {
  who: RoomUsers;
  purposes: Purpose[];
  /** Days; a booking is at most so far ahead. */
  aheadMostDays: number;
  /** Minutes; and at least so much before its beginning. */
  aheadLeastMinutes: number;
  shortest: number;
  longest: number;
  /** Beginnings and lengths are multiples of it, minutes. */
  step: (typeof STEPS)[number];
  /** Minutes kept free after each booking. */
  buffer: number;
  /** Bookings of a home in a calendar month; 0: no limit. */
  quota: number;
  /** Hours that a request holds its slot until an office has approved it; null: no approval is needed. */
  approvalHours: number | null;
  /** Weeks in a row that one command may book; 1: no repeating. */
  repeatsMost: number;
  /** Minutes after the beginning at which a booking that nobody checked in to is freed; 0: never. */
  noShowMinutes: number;
}

export interface RoomSummary {
  id: string;
  venueId: string;
  venueName: string;
  name: string;
  capacity: number;
  equipment: string[];
  photos: string[];
  rules: RoomRules;
  /** The same in sentences: '每次 1 小时到 3 小时', '每户每月最多 4 次'. */
  ruleWords: string[];
  /** Purposes that it may be booked for, with what others read. */
  purposes: { purpose: Purpose; label: string }[];
  now: OpenNow;
  can: Can<'book' | 'keep'>;
}

export interface RoomDetail extends RoomSummary {
  placeId: string;
  hours: OpeningHours;
  revision: number;
}

/** A booking that new hours leave no room for. */
export interface DisplacedLine {
  bookingId: string;
  on: string;
  from: number;
  to: number;
  label: string;
  /** Who booked, for the office. */
  who: string;
}

export interface ClosingPreview {
  displaced: DisplacedLine[];
  /** Meetings that stand in the way: they are moved first (ROOM-6). */
  meetings: { id: string; title: string; on: string; from: number; to: number }[];
  /** Why it cannot be done now, or null. */
  refusal: 'ROOM_MEETING' | 'ROOM_DISPLACES_MANY' | null;
}

const minutes = z.int('请填写整数分钟');
const rules = z
  .strictObject({
    who: z.enum(ROOM_USERS, '请选择谁可以预约'),
    purposes: z.array(z.enum(PURPOSES)).min(1, '请至少选一种用途').max(PURPOSES.length),
    aheadMostDays: z.int('请填写整数天数').min(1, '至少1天').max(180, '最多提前180天'),
    aheadLeastMinutes: minutes.min(0).max(20_160, '最多两周'),
    shortest: minutes.min(15, '至少15分钟').max(1440),
    longest: minutes.min(15).max(1440),
    step: z.literal(STEPS, '请选择15、30或60分钟'),
    buffer: minutes.min(0).max(120, '最多两小时'),
    quota: z.int().min(0).max(100),
    approvalHours: z.int('请填写整数小时').min(1, '至少1小时').max(168, '最多7天').nullable(),
    repeatsMost: z.int().min(1).max(12, '最多重复12周'),
    noShowMinutes: minutes.min(0).max(240),
  })
  .refine(({ shortest, longest }) => shortest <= longest, { path: ['longest'], error: '最长不能短于最短' })
  .refine(({ shortest, longest, step }) => shortest % step === 0 && longest % step === 0, {
    path: ['step'],
    error: '最短和最长要是这个间隔的整数倍',
  });

/** What hangs at a room's door. */
export interface DoorCode {
  /** Six digits */
  code: string;
  /** Page of the mini-program. */
  link: string;
  /** The picture to scan; null while the platform gives none: the digits work. */
  qrFileId: string | null;
}

/** Who keeps venues and rooms, and answers requests: the secretary and the committees of the place. */
export const VENUE_KEEPERS: readonly Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
];
const keepers = { roles: VENUE_KEEPERS, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
/** What is kept anew, or changed as it was read. */
export const kept = {
  clientId,
  /** Null: a new one. */
  id: id.nullable().default(null),
  /** Of the one that is changed; null of a new one. */
  revision: revision.nullable().default(null),
};
/** How many bookings the preview showed that go: where it are others by now, nothing is done. */
const displaces = z.int().min(0).default(0);

export const roomCalls = {
  'rooms.detail': query(visible, z.strictObject({ id })).returns<RoomDetail>(),
  /** Which bookings other hours, or a closing, would displace. */
  'rooms.preview': query(
    keepers,
    z.strictObject({
      id,
      hours: hours.nullable().default(null),
      closing: exception.nullable().default(null),
    }),
  ).returns<ClosingPreview>(),
  'rooms.keep': command(
    keepers,
    z.strictObject({
      ...kept,
      venueId: id,
      name: text(30, '名称'),
      capacity: z.int('请填写人数').min(1, '至少1人').max(5000),
      equipment: z.array(text(12, '设备')).max(12, '最多12项').default([]),
      photos,
      hours,
      rules,
      displaces,
    }),
  ).returns<RoomDetail>(),
  /** Other hours, or none, for some days or until further notice, with the reason that people read. */
  'rooms.close': command(
    keepers,
    z.strictObject({ clientId, id, revision, closing: exception, displaces }),
  ).returns<RoomDetail>(),
  /** What the poster at the door shows. */
  'rooms.doorCode': query(keepers, z.strictObject({ id })).returns<DoorCode>(),
  /** A new one; the one before is worthless from then on. */
  'rooms.renewDoorCode': command(keepers, z.strictObject({ clientId, id })).returns<DoorCode>(),
};
