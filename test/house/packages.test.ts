import { satisfies } from 'semver';
import advisories from '../../config/advisories.json';
import lock from '../../package-lock.json';

type Package = { version: string; license?: unknown; dev?: boolean; optional?: boolean };

const packages = Object.entries(lock.packages as Record<string, Package>)
  .filter(([place]) => place !== '')
  .map(([place, found]) => ({ ...found, place, name: place.slice(place.lastIndexOf('node_modules/') + 13) }));
const served = packages.filter(({ dev }) => dev !== true);

/** Free to use, change and hand on, with no claim on our own code. */
const free = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
]);
/** A font may be handed on inside what is made with it. */
const fonts = new Set([...free, 'OFL-1.1']);
const ofTools = new Set([...free, 'Python-2.0', 'MPL-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense', 'OFL-1.1']);
/** Their package.json names no licence where npm looks for it; their LICENSE file was read: MIT. */
const read: Record<string, string> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'string.fromcodepoint': 'MIT',
  'png-js': 'MIT',
};

/** `(MIT OR GPL-2.0)` lets us choose, `A AND B` does not. */
function fits(license: string, allowed: ReadonlySet<string>): boolean {
  const plain = license.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => fits(one, allowed));
  return plain.split(' AND ').every((one) => allowed.has(one));
}

const licenseOf = ({ name, license }: (typeof packages)[number]): string =>
  typeof license === 'string' ? license : (read[name] ?? 'none');

const allowedTo = ({ dev, name }: (typeof packages)[number]): ReadonlySet<string> => {
  if (dev === true) return ofTools;
  return name.startsWith('@expo-google-fonts/') ? fonts : free;
};

const hit = packages.flatMap(({ name, version, place, dev }) =>
  advisories.advisories
    .filter((known) => known.package === name && satisfies(version, known.range, { includePrerelease: true }))
    .map(({ id }) => ({ name, version, place, dev, id })),
);

describe('the packages of others', () => {
  it('the server installs few of them, and none that builds or tests', () => {
    const names = served.filter(({ optional }) => optional !== true).map(({ name }) => name);
    expect(names.filter((name) => /taro|webpack|babel|jest|react|sass|playwright|typescript/.test(name))).toEqual([]);
    // 47 of its own, and 20 that write the one PDF (docs/decisions/0017-rights-of-persons.md).
    expect(names.length).toBeLessThan(70);
  });

  it('each may be used: those that the server runs by free licences, tools by ours to keep', () => {
    const wrong = packages.filter((one) => !fits(licenseOf(one), allowedTo(one)));
    expect(wrong.map((one) => `${one.place}: ${licenseOf(one)}`)).toEqual([]);
  });

  it('a choice of licences is ours, several at once are not', () => {
    expect([
      fits('(BSD-3-Clause OR GPL-2.0)', free),
      fits('GPL-2.0', free),
      fits('MIT AND GPL-2.0', free),
      fits('Apache-2.0 AND MIT', free),
    ]).toEqual([true, false, false, true]);
  });

  it('none that the server runs has a known hole', () => {
    expect(hit.filter(({ dev }) => dev !== true)).toEqual([]);
  });

  it('a known hole of a tool was looked at, and what was looked at still is there', () => {
    const key = ({ package: name, id }: { package: string; id: string }) => `${name} ${id}`;
    const accepted = advisories.accepted.map(key).sort();
    expect([...new Set(hit.map(({ name, id }) => key({ package: name, id })))].sort()).toEqual(accepted);
  });
});
