/**
 * The platform's limits that the local cloud enforces. Marks as in docs/emulator: [R] seen on the real SDK, [S] read in its
 * source, [D] official documents, [F] field reports, [M] from memory. Where sources differ the stricter figure is taken.
 */

/** Body of one call from a phone, in bytes. Sources say 100 KB to 6 MB [D]; the stricter one. */
export const CALL_BODY_BYTES = 100 * 1024;

/** Result of a function as it reaches a phone, in bytes: above it errCode -604001 [S]. */
export const PHONE_RESULT_BYTES = 1024 * 1024;

/** Result of any function, nested calls included, and request of any kind except a file, in bytes: SCF's synchronous limit [D]. */
export const FUNCTION_RESULT_BYTES = 6 * 1024 * 1024;

/** One file, in bytes: what wx.cloud.uploadFile takes by default is 10 MB for a photo that a phone made [M]. */
export const FILE_BYTES = 10 * 1024 * 1024;

/** One request to /admin, in bytes: a nested call's event (6 MB) inside JSON quotes may double. */
export const ADMIN_BODY_BYTES = 2 * FUNCTION_RESULT_BYTES;

/** Time limit of a function whose config.json names none, in seconds [D]. */
export const DEFAULT_TIMEOUT_SECONDS = 3;

/** Longest time limit a function may ask for, in seconds: a phone waits no longer [M]. */
export const MAX_TIMEOUT_SECONDS = 60;

/** Calls from phones and timers that run at the same time in one function; the platform allows 20 [D], 8 spare memory. */
export const MAX_INSTANCES = 8;

/** The same when nested calls wait: a caller holds its instance meanwhile, and must not be waited for by its own callee [D]. */
export const MAX_INSTANCES_NESTED = 20;

/** Time a function has to load its module, in ms, before its instance is given up. */
export const START_LIMIT_MS = 30_000;

/** Memory of a function whose config.json names none, in MB [D]; it caps the heap of an instance. */
export const DEFAULT_MEMORY_MB = 256;

/** What memorySize may be, in MB [D]. */
export const MIN_MEMORY_MB = 64;
export const MAX_MEMORY_MB = 3072;

/** Characters that one call may print to the log; what is beyond is cut with a note [L]. */
export const PRINTED_CHARACTERS = 1024 * 1024;

/** Files that one getTempFileURL or deleteFile takes [D]. */
export const FILES_PER_REQUEST = 50;

/** Bytes of a cloud path [D]. */
export const CLOUD_PATH_BYTES = 850;

/** How long a signed upload address is good for, in ms [M]. */
export const UPLOAD_ADDRESS_MS = 15 * 60_000;

/** How long after a person's last call msgSecCheck accepts their openid, in ms [D]. */
export const RECENT_VISIT_MS = 2 * 60 * 60_000;

/** Characters that msgSecCheck looks at in one request [D]. */
export const CHECKED_TEXT_CHARACTERS = 2500;

/** Templates that one requestSubscribeMessage may ask for [D]. */
export const TEMPLATES_PER_REQUEST = 3;
