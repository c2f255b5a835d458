const CUT = ' … (cut)';
/** Longer than any token: one that begins within what is kept is seen whole. */
const MARGIN = 2048;
/** Runs of signs as base64 has them, and bytes as JSON writes a Buffer: contents of files, which the journal does not keep. */
const CONTENTS = /[\w+/-]{512,}={0,2}|(?<="data":\[)[\d,]{256,}(?=\])/g;
/** Longer texts are cut before they are looked through. */
const LOOKED_THROUGH = 256 * 1024;

/** The first `length` characters, with a note of the cut. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length) + CUT;
}

/** The text without secrets: they would open the cloud to whoever is shown the journal. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, '(secret)'), text);
}

/** The JSON text of an event or a result as the journal keeps it: no secrets, no contents of files, `length` characters. */
export function keptJson(json: string, length: number, secrets: readonly string[]): string {
  const text = json.slice(0, LOOKED_THROUGH).replace(CONTENTS, (run) => `(${run.length} signs, not kept)`);
  const kept = shortened(withoutSecrets(text.slice(0, length + MARGIN), secrets), length);
  return json.length > LOOKED_THROUGH && text.length <= length ? kept + CUT : kept;
}
