import type { Compiler, Stats } from 'webpack';

/**
 * What a build tells of itself: what went wrong. Taro has webpack reckon all that could be told of every module, three times, and prints the
 * assets, whose sizes have checks of their own (tools/weapp-build, test/journeys/first-load.test.ts): 15 seconds of a processor.
 */
export class FewWords {
  apply(compiler: Compiler): void {
    compiler.hooks.done.tap({ name: 'FewWords', stage: -100 }, (stats: Stats) => {
      const toJson = stats.toJson.bind(stats);
      stats.toJson = () => toJson({ all: false, errors: true, errorDetails: true, warnings: true });
      stats.toString = () => '';
    });
  }
}
