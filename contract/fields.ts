import { z } from 'zod';

// Characters that have no business in a name or a sentence and can hide or reorder what is read (control, bidi, zero width).
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** Trimmed text of 1 to `max` characters without hidden characters. */
export function text(max: number, label: string) {
  return z
    .string(`请填写${label}`)
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}最多${max}个字`)
    .refine((value) => !HIDDEN.test(value), `${label}里有看不见的字符，请重新输入`);
}

/** Like `text`, but may be left out or empty. */
export function optionalText(max: number, label: string) {
  return z
    .string()
    .trim()
    .max(max, `${label}最多${max}个字`)
    .refine((value) => !HIDDEN.test(value), `${label}里有看不见的字符，请重新输入`)
    .optional();
}

/** Chosen by the phone once for each thing it creates or does; the same id again changes nothing. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/, '请退出页面重新进入再试');

/** An id that the server gave. */
export const id = z.string().regex(/^[A-Za-z0-9_:.-]{1,100}$/, '打开的内容不对，请从列表重新进入');

/** An instant, epoch ms, between 2020 and 2100. */
export const instant = z
  .int('请选择时间')
  .min(1_577_836_800_000, '时间不对')
  .max(4_102_444_800_000, '时间不对');

/** A day of the calendar in +08:00, 'YYYY-MM-DD', that exists, of the years 2020 to 2099. */
export const day = z.iso.date('请选择日期').regex(/^20[2-9]/, '日期不对');

/** A day of birth, of the years 1900 to 2099. */
export const birthday = z.iso.date('请填写出生日期').regex(/^(19|20)/, '出生日期不对');

/** Revision of the document as the phone read it; the server refuses (STALE) when it has changed since. */
export const revision = z.int().min(1);

/** Area in 0.01 m², a whole number, at most 1 km². */
export const area = z.int('面积要是整数').min(0).max(100_000_000_00);

/** What `uploadFile` gave back, at most nine. */
export const photos = z
  .array(z.string().regex(/^cloud:\/\/[^\s]{1,300}$/, '照片没有传上去，请重新选择'))
  .max(9, '最多9张照片')
  .default([]);

/** Where a list goes on. */
export const cursor = z.string().max(200).nullish();
