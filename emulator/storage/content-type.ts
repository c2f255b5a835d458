const SIGNATURES: { type: string; matches: (head: Buffer) => boolean }[] = [
  { type: 'image/jpeg', matches: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/png', matches: (head) => head.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', matches: (head) => /^GIF8[79]a/.test(head.subarray(0, 6).toString('latin1')) },
  { type: 'image/webp', matches: (head) => /^RIFF.{4}WEBP/s.test(head.subarray(0, 12).toString('latin1')) },
  { type: 'application/pdf', matches: (head) => head.subarray(0, 5).toString('latin1') === '%PDF-' },
];

/**
 * The type that a browser may show, by what the content begins with and never by its name: a page of script that calls
 * itself photo.png must not run in the origin of the local cloud. Undefined: only to be saved.
 */
export function shownType(content: Buffer): string | undefined {
  return SIGNATURES.find(({ matches }) => matches(content))?.type;
}
