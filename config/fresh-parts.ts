import type { Compiler } from 'webpack';

/**
 * Taro copies what two packages share into each of them, as assets that have no hash of their own (its `updateHash` does nothing). The
 * minimisers keep their work by name and hash, so that a second build would carry the first one's code in those files. Every
 * such asset is replaced, before a minimiser sees it, by one that is hashed by what it says.
 */
export class FreshParts {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    const isHashed = (asset: unknown): boolean => asset instanceof sources.Source;
    compiler.hooks.compilation.tap('FreshParts', (compilation) => {
      compilation.hooks.processAssets.tap(
        {
          name: 'FreshParts',
          stage: Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS,
          additionalAssets: (added: typeof compilation.assets) => {
            for (const [name, asset] of Object.entries(added)) {
              if (!isHashed(asset)) compilation.updateAsset(name, new sources.RawSource(asset.source()));
            }
          },
        },
        () => undefined,
      );
    });
  }
}
