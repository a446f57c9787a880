import { parseEnv } from 'node:util';
import type { Project } from './project';

/** What a person has filled in, by name; an empty value counts as none. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** As `tcb` reads them: `.env`, over it `.env.local`, over both the environment of the command. */
export function readSettings(project: Project, environment: Settings): Settings {
  const files = ['.env', '.env.local'].map((file) => parseEnv(project.text(file) ?? '') as Settings);
  const all = Object.assign({}, ...files, environment) as Settings;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}
