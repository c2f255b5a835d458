/**
 * A parameter's words as they were given to `pageAddress`: neither WeChat nor Taro's H5 router decodes an address. Words that
 * were put into an address by hand and do not decode ('降5%') are taken as they are; a page must not fail on them.
 */
export function parameterText(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
