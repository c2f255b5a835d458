/**
 * Fields of a multipart/form-data body as bytes, by name. The standard Response.formData() would decode the SDK's protobuf
 * field as UTF-8 and break it. Undefined when the body is not of that form.
 */
export function parseMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return undefined;
  const fields = new Map<string, Buffer>();
  for (const part of split(body, Buffer.from(`--${boundary}`)).slice(1)) {
    // `--` after the last boundary.
    if (part.subarray(0, 2).toString() === '--') return fields;
    const headEnd = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/i.exec(part.subarray(0, headEnd).toString('latin1'))?.[1];
    if (headEnd < 0 || name === undefined) return undefined;
    // Without the line break that belongs to the next boundary.
    fields.set(name, part.subarray(headEnd + 4, part.length - 2));
  }
  return undefined;
}

function split(body: Buffer, separator: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, from)) {
    parts.push(body.subarray(from, at));
    from = at + separator.length;
  }
  return [...parts, body.subarray(from)];
}
