import { type Build, filesEnding, packageOf } from './build';

/** Traces that only server code, the validation library or a browser's own storage leave behind. */
const strangers: ReadonlyArray<{ trace: RegExp; what: string; where: (name: string) => boolean }> = [
  { trace: /pg_advisory_xact_lock|kysely_migration/, what: 'server code', where: () => true },
  { trace: /ZodMini|"~standard"/, what: 'the validation library', where: (name) => name === 'main' },
  { trace: /\blocalStorage\.(get|set)Item/, what: "the browser's storage", where: () => true },
];

/** Nothing got in that belongs to another house. */
export const checkStrangers = (build: Build): string[] =>
  filesEnding(build, '.js').flatMap((file) =>
    strangers
      .filter(({ where, trace }) => where(packageOf(file)) && trace.test(build.text(file)))
      .map(({ what }) => `${file} holds ${what}`),
  );
