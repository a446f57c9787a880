import purposes from '../../../config/privacy-purposes.json';
import type { Build } from '../build';
import { buildUses } from '../build-uses';
import { sourceUses } from '../source-uses';
import type { Uses } from '../uses';
import { type PrivacyKind, privacyKindNames, privacyKinds, type Ways } from './privacy-kinds';

/** What the information is wanted for, by its kind: the words that a person reads before agreeing. */
export const statedPurposes: Readonly<Record<string, string>> = purposes;

/** The ways by which code comes by one kind, as WeChat's guide writes them: `wx.chooseMedia`, `<button open-type="…">`. */
export function waysTaken(kind: PrivacyKind, uses: Uses): string[] {
  const { apis = [], openTypes = [], inputTypes = [], scopes = [], elements = [] }: Ways = privacyKinds[kind].ways;
  return [
    ...apis.filter((name) => uses.apis.has(name)).map((name) => `wx.${name}`),
    ...openTypes.filter((name) => uses.openTypes.has(name)).map((name) => `<button open-type="${name}">`),
    ...inputTypes.filter((name) => uses.inputTypes.has(name)).map((name) => `<input type="${name}">`),
    ...scopes.filter((name) => uses.scopes.has(name)).map((name) => `wx.authorize ${name}`),
    ...elements.filter((name) => uses.elements.has(name)).map((name) => `<${name}>`),
  ];
}

/** One kind of information that the sources use: by what, and in which files. */
export type PrivacyUse = { kind: PrivacyKind; ways: string[]; sources: string[] };

/** The kinds that the sources use, in the order of WeChat's guide. */
export function privacyInSources(): PrivacyUse[] {
  const uses = [...sourceUses()];
  return privacyKindNames.flatMap((kind) => {
    const taken = uses
      .map(([path, each]) => ({ path, ways: waysTaken(kind, each) }))
      .filter(({ ways }) => ways.length > 0);
    const ways = [...new Set(taken.flatMap((each) => each.ways))];
    return taken.length === 0 ? [] : [{ kind, ways, sources: taken.map(({ path }) => path) }];
  });
}

/** Each kind in use has a purpose, and there is a purpose for nothing else. */
export function checkPurposes(
  used: readonly string[],
  stated: Readonly<Record<string, string>> = statedPurposes,
): string[] {
  return [
    ...used
      .filter((kind) => !stated[kind]?.trim())
      .map((kind) => `config/privacy-purposes.json does not say what ${kind} is wanted for`),
    ...Object.keys(stated)
      .filter((kind) => !used.includes(kind))
      .map((kind) => `config/privacy-purposes.json has a purpose for ${kind}, which is not used`),
  ];
}

/** The build uses the kinds of information that the sources use, no more and no fewer, and each has its purpose. */
export function checkPrivacy(
  build: Build,
  inSources: readonly string[] = privacyInSources().map(({ kind }) => kind),
  stated: Readonly<Record<string, string>> = statedPurposes,
): string[] {
  const uses = buildUses(build);
  const built = privacyKindNames.filter((kind) => waysTaken(kind, uses).length > 0);
  return [
    ...built
      .filter((kind) => !inSources.includes(kind))
      .map((kind) => `the build uses ${kind} (${waysTaken(kind, uses).join(', ')}), of which the sources know nothing`),
    ...inSources
      .filter((kind) => !built.some((each) => each === kind))
      .map((kind) => `the sources use ${kind}, the build does not`),
    ...checkPurposes([...new Set([...built, ...inSources])], stated),
  ];
}
