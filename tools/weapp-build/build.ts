import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One mini program as it lies on the disk, as WeChat would upload it. File names are relative, with forward slashes. */
export type Build = {
  folder: string;
  /** File → bytes. */
  files: ReadonlyMap<string, number>;
  /** Its text; empty when there is no such file, which `missing` tells. */
  text(file: string): string;
};

/** The part of app.json that the checks read. */
export type AppJson = {
  pages?: string[];
  subPackages?: Array<{ root: string; pages: string[] }>;
  tabBar?: { list?: Array<{ pagePath: string; text?: string; iconPath?: string; selectedIconPath?: string }> };
  usingComponents?: Record<string, string>;
  sitemapLocation?: string;
  resizable?: boolean;
  networkTimeout?: { uploadFile?: number; downloadFile?: number };
  lazyCodeLoading?: string;
  __usePrivacyCheck__?: boolean;
  permission?: Record<string, unknown>;
  requiredPrivateInfos?: string[];
  requiredBackgroundModes?: string[];
};

/** A check answers with one line a fault; none means that all is well. */
export type Check = (build: Build) => string[];

/** Reads the names and sizes of a build; texts are read when a check asks for them. Throws when the folder is not there. */
export function openBuild(folder: string): Build {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = new Map<string, number>();
  for (const name of names.sort()) {
    const stat = statSync(join(folder, name));
    if (stat.isFile()) files.set(name, stat.size);
  }
  const texts = new Map<string, string>();
  return {
    folder,
    files,
    text(file) {
      if (!files.has(file)) return '';
      const text = texts.get(file) ?? readFileSync(join(folder, file), 'utf8');
      texts.set(file, text);
      return text;
    },
  };
}

export const filesEnding = (build: Build, ending: string): string[] =>
  [...build.files.keys()].filter((file) => file.endsWith(ending));

/** A JSON file of the build; an empty object when it is missing or broken, which the check of the pages tells. */
export function jsonOf<T extends object>(build: Build, file: string): Partial<T> {
  try {
    return JSON.parse(build.text(file)) as T;
  } catch {
    return {};
  }
}

export const appJson = (build: Build): AppJson => jsonOf<AppJson>(build, 'app.json');

/** `main`, or the last part of a subpackage's root. */
export const packageOf = (file: string): string => /^packages\/([^/]+)\//.exec(file)?.[1] ?? 'main';
