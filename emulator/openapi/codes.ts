/** Error numbers of the openapi calls, closed: one comment each. */
export const OPENAPI_CODES = {
  /** No such call in the local cloud, or on the platform [S]. */
  notFound: -604100,
  /** config.json of the function does not name the call [S]. */
  noPermission: -604101,
  /** The openid is not one of this mini-program [D]. */
  invalidOpenid: 40003,
  /** template_id is missing or unknown [D]. */
  invalidTemplate: 40037,
  /** The page is not a path of this mini-program [D]. */
  invalidPage: 41030,
  /** scene is empty, too long, or has a sign that is not allowed [D]. */
  invalidScene: 40129,
  /** A parameter is missing or of the wrong type [D]. */
  invalidArguments: 40097,
  /** The person has not agreed to one more message of this template [D]. */
  notSubscribed: 43101,
  /** A field of a subscription message breaks the rule of its type [D]. */
  invalidField: 47003,
  /** The person has not used the mini-program within two hours, so that their text cannot be checked [D]. */
  visitTooOld: 61010,
} as const;
