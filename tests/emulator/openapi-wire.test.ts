import protobuf from 'protobufjs';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { decodeCall, encodeAnswer } from '../../emulator/openapi/messages';
import { getUnlimited } from '../../emulator/openapi/wxacode';

/* The messages of the openapi channel by their field numbers, and the picture that leads to a page. */

describe('the protobuf of an openapi call', () => {
  it('holds fields as JSON and media as raw bytes', () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\xff', 'latin1');
    const pair = (key: string, value: Buffer, contentType?: string) => {
      const writer = protobuf.Writer.create().uint32(10).string(key).uint32(18).bytes(value);
      return contentType
        ? writer.uint32(26).string(contentType).uint32(34).string('a.png').finish()
        : writer.finish();
    };
    const pairs = [
      pair('to_user', Buffer.from('"o_1"')),
      pair('data', Buffer.from('{"thing1":{"value":"水"}}')),
      pair('media', png, 'image/png'),
    ];
    const data = pairs.reduce((writer, bytes) => writer.uint32(10).bytes(bytes), protobuf.Writer.create());
    const call = protobuf.Writer.create().uint32(8).int32(1).uint32(18).bytes(data.finish()).finish();
    expect(decodeCall(Buffer.from(call))).toEqual({
      to_user: 'o_1',
      data: { thing1: { value: '水' } },
      media: png,
    });
  });

  it('answers JSON, bytes with their type, or an error number alone', () => {
    const fields = (answer: Parameters<typeof encodeAnswer>[0]) => {
      const reader = protobuf.Reader.create(encodeAnswer(answer));
      const found: Record<number, unknown> = {};
      while (reader.pos < reader.len) {
        const tag = reader.uint32();
        found[tag >>> 3] = (tag & 7) === 2 ? Buffer.from(reader.bytes()).toString('latin1') : reader.int32();
      }
      return found;
    };
    expect(fields({ json: { errcode: 0, errmsg: 'ok' } })).toEqual({
      1: '{"errcode":0,"errmsg":"ok"}',
      2: 'application/json',
      4: 200,
    });
    expect(fields({ contentType: 'image/png', bytes: Buffer.from([255]) })).toEqual({
      1: '\xff',
      2: 'image/png',
      4: 200,
    });
    expect(fields({ errorCode: -604101 })).toEqual({ 3: -604101 });
  });
});

describe('the picture of wxacode.getUnlimited', () => {
  const picture = async (fields: object) => {
    const answer = await getUnlimited({ ...fields });
    return 'bytes' in answer ? answer.bytes : Buffer.alloc(0);
  };

  it('[COA-3] is the code of its page and scene, each of its own', async () => {
    const wanted = await QRCode.toBuffer('wxacode:pages/home/index?scene=m%3D7%26v%3D1', {
      width: 430,
      margin: 2,
    });
    expect((await picture({ scene: 'm=7&v=1', page: 'pages/home/index' })).equals(wanted)).toBe(true);
  });

  it.each([280, 430, 1280])('[COA-3] is a square as wide as it was asked for: %i', async (width) => {
    const bytes = await picture({ scene: 'a', width });
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, width]);
  });

  it.each([279, 1281, '430'])('[COA-3] is not made in the width %s', async (width) => {
    expect(await getUnlimited({ scene: 'a', width })).toMatchObject({ json: { errcode: 40097 } });
  });
});
