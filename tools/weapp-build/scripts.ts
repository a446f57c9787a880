import { type Allowed, allowed } from './allowed';
import { type Build, filesEnding } from './build';
import { type ScriptFacts, scriptFacts, type Use } from './script';

/** The code without the names that the minifier gave, which change with every build. */
const plain = ({ name, code }: Use) => code.replace(/\b[A-Za-z_$]{1,2}\b/g, (short) => (short === name ? short : '_'));
const covers = ({ name, code, beside }: Allowed, use: Use) =>
  use.name === name && code.includes(plain(use)) && use.around.includes(beside);

/** Every script parses. */
export const checkSyntax = (build: Build): string[] =>
  filesEnding(build, '.js').flatMap((file) => {
    const { fault } = scriptFacts(build.text(file));
    return fault === null ? [] : [`${file} does not parse: ${fault}`];
  });

function uncovered(build: Build, kind: 'free' | 'dynamic', say: (file: string, use: Use) => string): string[] {
  return filesEnding(build, '.js').flatMap((file) => {
    const left = allowed.map((entry) => ({ entry, times: entry.times }));
    return scriptFacts(build.text(file))
      [kind].filter((use) => {
        const cover = left.find(({ entry, times }) => times > 0 && covers(entry, use));
        if (cover) cover.times -= 1;
        return !cover;
      })
      .map((use) => say(file, use));
  });
}

/** No script reaches for a name that WeChat's runtime does not have, a browser's above all. */
export const checkFreeNames = (build: Build): string[] =>
  uncovered(
    build,
    'free',
    (file, { name, code }) => `${file} reaches for ${name}, which WeChat does not have: ${code}`,
  );

/** No script makes code out of text, which WeChat forbids. */
export const checkDynamicCode = (build: Build): string[] =>
  uncovered(build, 'dynamic', (file, { code }) => `${file} makes code out of text: ${code}`);

/** The list of what is allowed holds nothing that is gone. */
export function checkAllowed(build: Build, entries: readonly Allowed[] = allowed): string[] {
  const uses = filesEnding(build, '.js').flatMap((file) => {
    const { free, dynamic }: ScriptFacts = scriptFacts(build.text(file));
    return [...free, ...dynamic];
  });
  return entries
    .filter((entry) => !uses.some((use) => covers(entry, use)))
    .map(({ name, code }) => `the build has no use of ${name} any more that needs to be allowed: ${code.join(', ')}`);
}
