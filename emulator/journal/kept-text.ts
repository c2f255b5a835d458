const CUT = ' … (cut)';
/** Longer than any token: one that begins within what is kept is seen whole. */
const MARGIN = 2048;
/** Runs of signs as base64 has them, and bytes as JSON writes a Buffer: contents of files, which the journal does not keep. */
const CONTENTS = /[\w+/-]{512,}={0,2}|(?<="data":\[)[\d,]{256,}(?=\])/g;
/** Longer texts are cut before they are looked through. */
const LOOKED_THROUGH = 256 * 1024;

/** Gives a text without what it hides. */
export type Hiding = (text: string) => string;
export const HIDDEN = '(secret)';

/** Hides a secret as it is, and as it stands in JSON and in what console.log writes: quotes and backslashes after backslashes. */
export function hiding(secret: string): Hiding {
  const pattern = secret.replace(/\\+|["'`]|[$()*+.?[\]^{|}]/g, (signs) => {
    if (signs.startsWith('\\')) return '\\\\+';
    return /["'`]/.test(signs) ? `\\\\*${signs}` : `\\${signs}`;
  });
  const secrets = new RegExp(pattern, 'g');
  return (text) => text.replace(secrets, HIDDEN);
}

/** The first `length` characters, with a note of the cut. */
export function shortened(text: string, length: number): string {
  return ofItsOwn(text.length <= length ? text : text.slice(0, length) + CUT);
}

/** A part of a text holds the whole of it in V8, which may be a thousand times as long: this one holds nothing else. */
export function ofItsOwn(text: string): string {
  return Buffer.from(text).toString();
}

/** The text without secrets: they would open the cloud to whoever is shown the journal. */
export function withoutSecrets(text: string, secrets: readonly Hiding[]): string {
  return secrets.reduce((left, hide) => hide(left), text);
}

/** The JSON text of an event or a result as the journal keeps it: no secrets, no contents of files, `length` characters. */
export function keptJson(json: string, length: number, secrets: readonly Hiding[]): string {
  const text = json.slice(0, LOOKED_THROUGH).replace(CONTENTS, (run) => `(${run.length} signs, not kept)`);
  const kept = shortened(withoutSecrets(text.slice(0, length + MARGIN), secrets), length);
  return json.length > LOOKED_THROUGH && text.length <= length ? kept + CUT : kept;
}
