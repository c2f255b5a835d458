// Taro's preset; TypeScript and React 18 are the only dialects in src/.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
