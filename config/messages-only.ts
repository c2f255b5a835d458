import type { Compiler } from 'webpack';

/**
 * A webpack plugin. Taro turns webpack's whole record of a build, every module and each reason for it, into JSON only to
 * read its errors: more than a third of the build's time. Whoever asks for the record without saying what of it gets those.
 */
export const messagesOnly = {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('MessagesOnly', ({ hooks }) => {
      // Before webpack fills in what nobody said.
      hooks.statsNormalize.tap({ name: 'MessagesOnly', stage: -1 }, (options) => {
        if (Object.keys(options).length > 0) return;
        Object.assign(options, { all: false, errors: true, errorDetails: true, warnings: true });
      });
    });
  },
};
