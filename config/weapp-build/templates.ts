import { TmplGroup } from 'glass-easel-template-compiler';
import { type Build, filesEnding } from './build';

type Warning = { message: string; startLine: number; startColumn: number };

/** Every template, by the compiler of WeChat's open engine: what it only warns of is an error in WeChat. */
export function checkTemplates(build: Build): string[] {
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
