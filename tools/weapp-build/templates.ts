import { TmplGroup } from 'glass-easel-template-compiler';
import { type Build, filesEnding } from './build';
import { judgedOnce } from './judged-once';

type Warning = { message: string; startLine: number; startColumn: number };

/** Every template, by the compiler of WeChat's open engine: what it only warns of is an error in WeChat. */
export const checkTemplates = (build: Build): string[] =>
  judgedOnce('glass-easel', build, ['.wxml', '.wxs'], () => compile(build));

function compile(build: Build): string[] {
  const group = new TmplGroup();
  try {
    for (const file of filesEnding(build, '.wxs')) group.addScript(file.replace(/\.wxs$/, ''), build.text(file));
    return filesEnding(build, '.wxml').flatMap((file) =>
      (group.addTmpl(file.replace(/\.wxml$/, ''), build.text(file)) as Warning[]).map(
        ({ message, startLine, startColumn }) => `${file}:${startLine + 1}:${startColumn + 1}: ${message}`,
      ),
    );
  } finally {
    group.free();
  }
}

/** Levels of elements that a page may have (platform §9); each page is measured against it on phones, each of its states on the web (`access.test.ts` of either room). */
export const mostLevels = 14;

/** Taro's templates reach as deep as pages may go: what lies deeper is a component, where no style of the page reaches. */
export function checkLevels(build: Build): string[] {
  const levels = [...build.text('base.wxml').matchAll(/name="tmpl_(\d+)_container"/g)].map(([, level]) =>
    Number(level),
  );
  return Math.min(...levels) > mostLevels
    ? []
    : [`base.wxml ends at level ${Math.min(...levels)}, pages may have ${mostLevels}`];
}
