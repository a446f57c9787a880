import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's files, by their path from its root. */
export type Project = {
  /** null when there is no such file. */
  text(path: string): string | null;
  /** Names in a folder; none when there is no such folder. */
  names(folder: string): string[];
};

/** The project in a folder. */
export function projectAt(root: string): Project {
  return {
    text: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null),
    names: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : []),
  };
}

/** A JSON file's content; null when it is missing or broken, which `checkJson` tells. */
export function jsonOf<T>(project: Project, path: string): T | null {
  try {
    return JSON.parse(project.text(path) ?? 'null') as T;
  } catch {
    return null;
  }
}

/** The folders that become a cloud function: those with a way in and its settings. */
export const functionNames = (project: Project): string[] =>
  project
    .names('cloudfunctions')
    .filter((name) =>
      ['index.ts', 'config.json'].every((file) => project.text(`cloudfunctions/${name}/${file}`) !== null),
    );

/** `dist/weapp/` and `./dist/weapp` are the same folder. */
export const plainFolder = (path: string | undefined): string => (path ?? '').replace(/^\.\//, '').replace(/\/+$/, '');

export type ProjectConfig = {
  appid?: string;
  miniprogramRoot?: string;
  cloudfunctionRoot?: string;
  libVersion?: string;
};

export type Trigger = { name?: string; type?: string; config?: string };

export type CloudFunction = {
  name?: string;
  handler?: string;
  runtime?: string;
  timeout?: number;
  memorySize?: number;
  installDependency?: boolean;
  envVariables?: Record<string, string>;
  triggers?: Trigger[];
};

export type CloudBaseConfig = { version?: string; envId?: string; functionRoot?: string; functions?: CloudFunction[] };

export type FunctionConfig = { permissions?: { openapi?: string[] }; triggers?: Trigger[] };

export const projectConfig = (project: Project): ProjectConfig =>
  jsonOf<ProjectConfig>(project, 'project.config.json') ?? {};
export const cloudConfig = (project: Project): CloudBaseConfig =>
  jsonOf<CloudBaseConfig>(project, 'cloudbaserc.json') ?? {};
export const functionConfig = (project: Project, name: string): FunctionConfig =>
  jsonOf<FunctionConfig>(project, `cloudfunctions/${name}/config.json`) ?? {};
