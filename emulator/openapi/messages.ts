import protobuf from 'protobufjs';

/** The messages of the SDK's openapi channel, by field number as its bundle encodes them [S]. */
const SCHEMA = `
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`;

const { root } = protobuf.parse(SCHEMA, { keepCase: true });
const request = root.lookupType('CommApiData');
const response = root.lookupType('CommOpenApiResp');

interface Pair {
  key: string;
  value: Uint8Array;
  contenttype: string;
}

/**
 * Fields of an openapi call, by their snake_case names; media arrive as Buffers.
 * Throws when the bytes are not such a message.
 */
export function decodeCall(bytes: Buffer): Record<string, unknown> {
  const decoded = request.toObject(request.decode(bytes), { defaults: true }) as {
    openapiData?: { pairs?: Pair[] } | null;
  };
  const pairs = decoded.openapiData?.pairs ?? [];
  return Object.fromEntries(
    pairs.map(({ key, value, contenttype }) => [
      key,
      contenttype ? Buffer.from(value) : (JSON.parse(Buffer.from(value).toString()) as unknown),
    ]),
  );
}

/** What an openapi call answers: JSON (a non-zero `errcode` is thrown by the SDK), bytes of a type, or an error number. */
export type OpenApiAnswer =
  | { json: { errcode: number; errmsg: string } & Record<string, unknown> }
  | { contentType: string; bytes: Buffer }
  | { errorCode: number };

/** An answer as the SDK decodes it. */
export function encodeAnswer(answer: OpenApiAnswer): Buffer {
  return Buffer.from(response.encode(response.create(fieldsOf(answer))).finish());
}

function fieldsOf(answer: OpenApiAnswer): Record<string, unknown> {
  if ('errorCode' in answer) return { errorCode: answer.errorCode };
  if ('json' in answer) {
    const respData = Buffer.from(JSON.stringify(answer.json));
    return { respData, contentType: 'application/json', httpCode: 200 };
  }
  return { respData: answer.bytes, contentType: answer.contentType, httpCode: 200 };
}
