/** What the deployment sets in the functions' environment, as the tests set it. */
export const FUNCTION_ENV = {
  YARD_ADMIN_CODE: 'first-administrator-of-the-tests',
  /** 32 bytes in base64 */
  YARD_PHONE_KEY: Buffer.alloc(32, 7).toString('base64'),
  /** An Ed25519 seed: 32 bytes in base64 */
  YARD_SIGNING_KEY: Buffer.alloc(32, 9).toString('base64'),
};
