/** The environment that the local cloud plays: the names a real one would be given when it is created. */

/** Environment id, as in `cloud.init({ env })`. */
export const ENV_ID = 'local-cloud';

/** Storage bucket of the environment: the second part of a file id. */
export const BUCKET = '6c6f-local-cloud-1250000000';

/** AppID of the mini-program that every call comes from. */
export const APP_ID = 'wx00000000000local';

/** The region that the SDK insists on knowing. */
export const REGION = 'ap-shanghai';

/** SOURCE of a call from a phone, from a timer, and what a nested call appends [D]. */
export const SOURCE = { phone: 'wx_client', timer: 'wx_trigger', nested: 'scf' } as const;
