// Taro's preset; TypeScript and React 18 are the only dialects in src/. WeChat and old phones need ES5; the page that the
// local cloud serves is opened in present browsers.
const present = { targets: { chrome: '110', firefox: '110', safari: '16' } };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        ...(process.env.YARD_LOCAL === '1' ? present : {}),
      },
    ],
  ],
};
