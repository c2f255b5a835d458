/** A browser on a desk, far from +08:00. */
export const DESK = {
  viewport: { width: 1280, height: 800 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
  timezoneId: 'America/New_York',
};
