import { appJson, type Build } from './build';
import { buildUses } from './build-uses';
import { backgroundModes, permissions, privateInfos } from './platform-demands';

const demanded = (table: Readonly<Record<string, readonly string[]>>, used: ReadonlySet<string>): string[] =>
  Object.entries(table).flatMap(([name, apis]) => (apis.some((api) => used.has(api)) ? [name] : []));

function compare(field: string, said: readonly string[], due: readonly string[]): string[] {
  return [
    ...due
      .filter((name) => !said.includes(name))
      .map((name) => `app.json: ${field} lacks ${name}, which the scripts use`),
    ...said.filter((name) => !due.includes(name)).map((name) => `app.json: ${field} has ${name}, which no script uses`),
  ];
}

/** Milliseconds that 50 MB take at 1 Mbit/s. */
const slowTransfer = 400_000;

/** app.json switches on what the project relies on, and declares exactly what the scripts use. */
export function checkAppSettings(build: Build): string[] {
  const app = appJson(build);
  const { apis } = buildUses(build);
  const { uploadFile = 60_000, downloadFile = 60_000 } = app.networkTimeout ?? {};
  return [
    ...(app.lazyCodeLoading === 'requiredComponents' ? [] : ['app.json: lazyCodeLoading is not requiredComponents']),
    ...(app.__usePrivacyCheck__ === true ? [] : ['app.json: __usePrivacyCheck__ is not true']),
    ...(app.resizable === true ? [] : ['app.json: resizable is not true, so that no desk opens on a computer']),
    ...(Math.min(uploadFile, downloadFile) >= slowTransfer
      ? []
      : ['app.json: networkTimeout breaks off the transfer of a large file']),
    ...compare(
      'requiredPrivateInfos',
      app.requiredPrivateInfos ?? [],
      privateInfos.filter((api) => apis.has(api)),
    ),
    ...compare('permission', Object.keys(app.permission ?? {}), demanded(permissions, apis)),
    ...compare('requiredBackgroundModes', app.requiredBackgroundModes ?? [], demanded(backgroundModes, apis)),
  ];
}
