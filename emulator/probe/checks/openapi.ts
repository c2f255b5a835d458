import { fails, type Check } from '../check';

/** An openid that nobody has. */
const NOBODY = 'yard-probe-nobody';
const MESSAGE = { page: 'pages/index/index', data: { thing1: { value: 'probe' } } };

/** Facts on WeChat's own calls. config.json of the probe names all of them but wxacode.get. */
export const OPENAPI_CHECKS: readonly Check[] = [
  {
    id: 'openapi.no-permission',
    statement: 'A call that config.json does not name fails with -604101.',
    run: ({ cloud }) =>
      fails(cloud.openapi.wxacode.get({ path: 'pages/index/index' }), ({ errCode }) => errCode === -604101),
  },
  {
    id: 'openapi.scene-sign',
    statement: 'wxacode.getUnlimited refuses a scene with % by 40129.',
    run: ({ cloud }) =>
      fails(cloud.openapi.wxacode.getUnlimited({ scene: 'a%b' }), ({ errCode }) => errCode === 40129),
  },
  {
    id: 'openapi.scene-length',
    statement: 'wxacode.getUnlimited refuses a scene of 33 signs by 40129.',
    run: ({ cloud }) =>
      fails(
        cloud.openapi.wxacode.getUnlimited({ scene: 'a'.repeat(33) }),
        ({ errCode }) => errCode === 40129,
      ),
  },
  {
    id: 'openapi.code-is-png',
    statement: 'wxacode.getUnlimited answers a PNG.',
    async run({ cloud }) {
      const { contentType, buffer } = await cloud.openapi.wxacode.getUnlimited({ scene: 'probe' });
      const head = Buffer.from(buffer as Uint8Array)
        .subarray(0, 4)
        .toString('hex');
      return { holds: head === '89504e47', seen: { contentType, head } };
    },
  },
  {
    id: 'openapi.message-to-nobody',
    statement: 'subscribeMessage.send to an openid that nobody has fails with 40003.',
    run: ({ cloud }) =>
      fails(
        cloud.openapi.subscribeMessage.send({ ...MESSAGE, touser: NOBODY, templateId: NOBODY }),
        ({ errCode }) => errCode === 40003,
      ),
  },
  {
    id: 'openapi.unknown-template',
    statement: 'subscribeMessage.send with an unknown template fails with 40037 (called by a person).',
    run: ({ cloud }) =>
      fails(
        cloud.openapi.subscribeMessage.send({
          ...MESSAGE,
          touser: cloud.getWXContext().OPENID ?? NOBODY,
          templateId: NOBODY,
        }),
        ({ errCode }) => errCode === 40037,
      ),
  },
  {
    id: 'openapi.text-check',
    statement: 'security.msgSecCheck version 2 answers result.suggest for a person who has just called.',
    async run({ cloud }) {
      const openid = cloud.getWXContext().OPENID ?? NOBODY;
      const answer = await cloud.openapi.security.msgSecCheck({
        openid,
        scene: 2,
        version: 2,
        content: '大家好',
      });
      const { suggest } = answer.result as { suggest?: unknown };
      return { holds: suggest === 'pass', seen: answer };
    },
  },
  {
    id: 'openapi.text-check-of-nobody',
    statement: 'security.msgSecCheck of an openid that nobody has fails.',
    run: ({ cloud }) =>
      fails(cloud.openapi.security.msgSecCheck({ openid: NOBODY, scene: 2, version: 2, content: '大家好' })),
  },
];
