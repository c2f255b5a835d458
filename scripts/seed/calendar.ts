const DAY_MS = 24 * 3_600_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Days and times of the demo community, counted from the instant at which it is complete; all in +08:00. */
export class Calendar {
  private readonly midnight: number;

  /** @param nowAt epoch ms */
  constructor(readonly nowAt: number) {
    this.midnight = Math.floor((nowAt + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
  }

  /** The instant of a time of day ('19:30'), so many days from today. */
  at(days: number, time: string): number {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return this.midnight + days * DAY_MS + (hours * 60 + minutes) * 60_000;
  }

  /** So many hours before now, whatever the time of day. */
  ago(hours: number): number {
    return this.nowAt - hours * 3_600_000;
  }

  /** 'YYYY-MM-DD', so many days from today. */
  on(days: number): string {
    return new Date(this.midnight + days * DAY_MS + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  }
}
