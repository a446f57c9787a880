import fc from 'fast-check';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Any character there is, by its number: the library's own `binary` spends seconds on listing them all. */
const anyCharacter = fc.nat(0x10ffff).map(
  (n) => String.fromCodePoint(n),
  (character) => (typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1),
);
export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: anyCharacter, maxLength });

/** What clumsy clients and hostile ones send: all of it can be written as JSON. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '蒲\u0000县',
    '\ud800',
    '\udc00核桃',
    '‮👨‍👩‍👧',
    "'; drop table entry; --",
    '../../../etc/passwd',
    '%_\\',
    '__proto__',
    'XH2026-%',
    '00000000-0000-0000-0000-000000000000',
    '01930000-0000-7000-8000-00000000zzzz',
    '2026-02-30',
    '9999-99-99',
    '0000-00-00',
  ),
  fc.constantFrom<unknown>(
    -1,
    0,
    0.5,
    -0,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32,
    1e21,
    -(2 ** 31) - 1,
    2 ** 53,
    -(2 ** 63),
    1e308,
    5e-324,
  ),
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { '': '' }),
  fc.constantFrom<unknown>(
    '长'.repeat(5000),
    '长'.repeat(60_000),
    Array.from({ length: 2000 }, () => 1),
    nested(400),
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    { toString: 1, valueOf: null, hasOwnProperty: 'x', length: -1 },
  ),
  fc.jsonValue({ maxDepth: 3, stringUnit: anyCharacter }),
  anyText(60),
);

const numbers = [-(2 ** 31) - 1, 0, 2 ** 31 - 1, 2 ** 31, 1e11, 2 ** 53 - 1, 2 ** 53, 1e21];
const days = ['0001-01-01', '0000-01-01', '9999-12-31', '275761-01-01'];
const texts = ['蒲\u0000县', '\ud800', '１２３', ' '.repeat(300)];
const ids = ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
const cursors = [Buffer.from('["x",99999999999999999999,"\\u0000"]').toString('base64url')];

/** What lies on a boundary of what a field takes, and one of each other kind, which no field of its kind can tell apart from the rest. */
function boundariesOf(name: string, good: unknown): readonly unknown[] {
  const others = [numbers[3], days[0], texts[0], ids[0]];
  if (typeof good === 'number') return [...numbers, ...others];
  if (name === 'cursor') return [...cursors, ...texts, ...others];
  if (typeof good !== 'string') return [...numbers, ...days, ...texts, ...ids, ...cursors];
  if (/^\d{4}-\d\d-\d\d$/.test(good)) return [...days, ...others];
  return /^[0-9a-f]{8}-/.test(good) ? [...ids, ...others] : [...texts, ...days, ...others];
}

/** A good input with one of the fields that its contract knows put on a boundary, for each field and each boundary; and with all its numbers on one. */
export const onBoundaries = (good: Record<string, unknown>, contract: unknown): unknown[] => [
  ...fieldsOf(contract).flatMap((name) =>
    [...new Set(boundariesOf(name, good[name]))].map((value) => ({ ...good, [name]: value })),
  ),
  ...everyNumberOn(good),
];

function everyNumberOn(good: Record<string, unknown>): unknown[] {
  const names = Object.keys(good).filter((name) => typeof good[name] === 'number' && name !== 'version');
  if (names.length < 2) return [];
  return numbers.map((value) => ({ ...good, ...Object.fromEntries(names.map((name) => [name, value])) }));
}

/** The fields of an input, of one that comes in several shapes those of all. */
function fieldsOf(contract: unknown): string[] {
  const { shape, def } = contract as { shape?: object; def?: { options?: readonly unknown[] } };
  return [...new Set(shape ? Object.keys(shape) : (def?.options ?? []).flatMap(fieldsOf))];
}

type Change = { at: number; how: 'replace' | 'remove' | 'add'; value: unknown };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(1000),
    how: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const),
    value: garbage,
  }),
  { minLength: 1, maxLength: 2 },
);

type Branch = Record<string, unknown> | unknown[];
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

/** Every place in a value: the branch that holds it and its name there. */
function placesIn(branch: Branch): Array<{ branch: Branch; name: string }> {
  return Object.keys(branch).flatMap((name) => {
    const value = (branch as Record<string, unknown>)[name];
    return [{ branch, name }, ...(isBranch(value) ? placesIn(value) : [])];
  });
}

const names = ['__proto__', 'unknown', 'entryId', '蒲\u0000县'];

function apply(place: { branch: Branch; name: string }, { at, how, value }: Change): void {
  if (how === 'remove') Reflect.deleteProperty(place.branch, place.name);
  else {
    const name = how === 'add' ? (names[at % names.length] ?? '') : place.name;
    // Defined, not assigned: `__proto__` is to arrive as a name like any other.
    Object.defineProperty(place.branch, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

/** A good input with one or two places made bad, so that the damage gets past the first gate. */
export const damaged = (good: Record<string, unknown>): fc.Arbitrary<unknown> =>
  changes.map((all) => {
    const input = JSON.parse(JSON.stringify(good)) as Branch;
    const places = [{ branch: input, name: 'unknown' }, ...placesIn(input)];
    for (const one of all) apply(places[one.at % places.length] ?? { branch: input, name: 'unknown' }, one);
    return input;
  });
