import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { messagesOnly } from './messages-only';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV ?? 'weapp';

/** True in the H5 build that the local cloud serves: the person switch and the gallery exist only there. */
const local = process.env.YARD_LOCAL === '1';

// These ship ES2022. WeChat uploads ES5, and on H5 Taro's terser quotes private fields into a syntax error
// that leaves the page blank, so we lower them ourselves.
const MODERN = [
  '@tanstack',
  '@stencil',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
  'is-mobile',
  'swiper',
  'ssr-window',
];
const modern = new RegExp(`node_modules[\\\\/](${MODERN.join('|')})[\\\\/]`);
const compile = { include: [(file: string) => modern.test(file)] };

/** The page that the local cloud serves is opened in present browsers; to lower it took half of its build (babel.config.js). */
const minified = local
  ? { jsMinimizer: 'esbuild' as const, esbuild: { minify: { enable: true, config: { target: 'es2022' } } } }
  : // Makes the smaller package, and drops what LOCAL_BUILD leaves unused.
    { jsMinimizer: 'terser' as const };

// Layout is in real px on both targets (a finger does not grow with the screen), text in rem:
// the root font size is the elder version's one lever, so Taro must not clamp it by width.
const pxtransform = { enable: true, config: { targetUnit: 'px' } };

/** Names that change with what is in the file, so that a browser may keep them for good. */
const hashed = {
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
};

export default defineConfig(async () => ({
  projectName: 'yard-meeting',
  date: '2025-11-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  // Taro joins it to the project folder.
  outputRoot: path.relative(root, path.resolve(root, process.env.YARD_OUT ?? `dist/${target}`)),
  framework: 'react',
  plugins: [path.join(root, 'config/taro-aria.ts')],
  alias: { '@': path.join(root, 'src'), '@contract': path.join(root, 'contract') },
  defineConstants: { LOCAL_BUILD: JSON.stringify(local) },
  ...minified,
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // The cache does not see environment variables: a stale flavour would come out of it.
  cache: { enable: false },
  mini: {
    optimizeMainPackage: { enable: true },
    // What must come first stands in app.scss; among components the order means nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile,
    // WeChat has no AbortController; without one react-query stays pending without a word.
    webpackChain(chain, webpack) {
      const polyfill = path.join(root, 'src/services/abort-controller.ts');
      chain.plugin('messages-only').use(messagesOnly);
      chain.plugin('abort').use(webpack.ProvidePlugin, [{ AbortController: [polyfill, 'AbortController'] }]);
    },
    postcss: { pxtransform, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain(chain) {
      chain.plugin('messages-only').use(messagesOnly);
      // Sizes are checked where they matter, in WeChat's packages (scripts/build).
      chain.performance.hints(false);
      // What pages share is loaded once; by itself each of them brings its own copy, 15 MB together instead of three.
      chain.optimization.merge({ splitChunks: { chunks: 'all', minSize: 20_000 } });
    },
    ...(local ? {} : { compile }),
    ...hashed,
    postcss: { autoprefixer: { enable: true }, pxtransform, cssModules: { enable: false } },
  },
}));
