/** The environment that the local cloud plays: the names a real one would be given when it is created. */
export interface Platform {
  /** Environment id, as in `cloud.init({ env })`. */
  readonly envId: string;
  /** AppID of the mini-program that every call comes from. */
  readonly appId: string;
  /** Storage bucket of the environment: the second part of a file id. */
  readonly bucket: string;
}

/** Names that nobody chose. */
const DEFAULTS = { envId: 'local-cloud', appId: 'wx00000000000local' } as const;

/**
 * The names of an environment; throws a RangeError for an id that the platform would not give. The bucket is called as the
 * platform calls them [F]: the first two signs of the environment in hexadecimal, the environment, the number of an account.
 */
export function platformOf(chosen: { envId?: string; appId?: string } = {}): Platform {
  const { envId = DEFAULTS.envId, appId = DEFAULTS.appId } = chosen;
  if (!/^[a-z0-9][a-z0-9-]{1,62}$/i.test(envId)) throw new RangeError(`"${envId}" is no environment id`);
  if (!/^[a-z0-9]{1,64}$/i.test(appId)) throw new RangeError(`"${appId}" is no AppID`);
  const bucket = `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-1250000000`;
  return { envId, appId, bucket };
}

/** The region that the SDK insists on knowing. */
export const REGION = 'ap-shanghai';

/** SOURCE of a call from a phone, from a timer, over HTTP, and what a nested call appends [D]. */
export const SOURCE = {
  phone: 'wx_client',
  timer: 'wx_trigger',
  http: 'wx_http',
  nested: 'scf',
} as const;
