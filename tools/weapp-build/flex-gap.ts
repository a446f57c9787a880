import { type Build, type Check, filesEnding } from './build';

/** `gap` and its parts, also behind a semicolon. */
const gap = /(?:^|[;\s])((?:row-|column-)?gap)\s*:/;
const grid = /(?:^|[;\s])display\s*:\s*(?:inline-)?grid\b/;

/**
 * No flex box relies on `gap`, which has no effect on iOS before 14.5 (platform §9): a rule that sets it is a grid itself.
 */
export const checkFlexGap: Check = (build: Build): string[] =>
  filesEnding(build, '.wxss').flatMap((file) =>
    [...build.text(file).matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .filter(([, , body = '']) => gap.test(body) && !grid.test(body))
      .map(([, selector = '']) => `${file}: ${selector.trim()} has a gap and is no grid`),
  );
