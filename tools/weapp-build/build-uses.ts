import { type Build, filesEnding } from './build';
import { type Uses, usesOf } from './uses';

const known = new Map<string, Uses>();

function scriptUses(text: string): Uses {
  const uses = known.get(text) ?? usesOf(text, false);
  known.set(text, uses);
  return uses;
}

/** What the build uses of the platform, scripts and templates together. A script that does not parse is told by another check. */
export function buildUses(build: Build): Uses {
  const all = { apis: [], openTypes: [], inputTypes: [], scopes: [], elements: [] } as Record<keyof Uses, string[]>;
  for (const file of filesEnding(build, '.js')) {
    try {
      const uses = scriptUses(build.text(file));
      for (const place of Object.keys(all) as Array<keyof Uses>) all[place].push(...uses[place]);
    } catch {}
  }
  for (const file of filesEnding(build, '.wxml')) {
    const text = build.text(file);
    all.elements.push(...[...text.matchAll(/<([a-z][a-z-]*)[\s/>]/g)].flatMap(([, name]) => name ?? []));
    all.openTypes.push(
      ...[...text.matchAll(/\sopen-type="([^"{]+)"/g)].flatMap(([, value]) => value?.split('|') ?? []),
    );
    all.inputTypes.push(...[...text.matchAll(/<input\s[^>]*?\stype="([^"{]+)"/g)].flatMap(([, value]) => value ?? []));
  }
  return {
    apis: new Set(all.apis),
    openTypes: new Set(all.openTypes),
    inputTypes: new Set(all.inputTypes),
    scopes: new Set(all.scopes),
    elements: new Set(all.elements),
  };
}
