import { parseSync, type types as t } from '@babel/core';

/**
 * A script of a build, or a source with types and JSX. Nothing but the text decides: no configuration of Babel is read.
 * Throws when it does not parse.
 */
export function parse(text: string, typed: boolean): t.File {
  const file = parseSync(text, {
    babelrc: false,
    configFile: false,
    compact: true,
    sourceType: typed ? 'module' : 'script',
    parserOpts: { plugins: typed ? ['typescript', 'jsx'] : [] },
  });
  if (!file) throw new Error('Babel read nothing.');
  return file;
}
