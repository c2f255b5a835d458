const HOURS_8 = 8 * 60 * 60_000;
const two = (number: number) => String(number).padStart(2, '0');

/** `2026-03-02 09:30:00`, in +08:00 whatever the zone of this machine. */
export function instant(at: number): string {
  return new Date(at + HOURS_8).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant for a field of type datetime-local. */
export function fieldInstant(at: number): string {
  return new Date(at + HOURS_8).toISOString().slice(0, 19);
}

/** Epoch ms of what such a field holds, read in +08:00; undefined when it holds nothing. */
export function readInstant(text: string): number | undefined {
  const at = Date.parse(`${text}${text.length === 16 ? ':00' : ''}+08:00`);
  return Number.isNaN(at) ? undefined : at;
}

/** The day of an instant in +08:00. */
export function day(at: number): string {
  return instant(at).slice(0, 10);
}

/** Today's instants show their time alone. */
export function shortInstant(at: number, now: number): string {
  const text = instant(at);
  return day(at) === day(now) ? text.slice(11) : text.slice(5);
}

export function milliseconds(ms: number | undefined): string {
  if (ms === undefined) return '…';
  return ms < 10
    ? `${ms.toFixed(1)} ms`
    : ms < 10_000
      ? `${Math.round(ms)} ms`
      : `${(ms / 1000).toFixed(1)} s`;
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  return size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** `2 天 3 小时` and the like, without a sign. */
export function distance(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  if (days > 0) return `${days} 天 ${hours} 小时`;
  if (hours > 0) return `${hours} 小时 ${two(minutes % 60)} 分`;
  return minutes > 0 ? `${minutes} 分钟` : `${Math.floor(Math.abs(ms) / 1000)} 秒`;
}
