import type { api as real } from '../../src/client/api';

/**
 * What the app asks the server with, in the tests of its sources (config/jest.config.cjs): each procedure of the contract is a `jest.fn()`, made when it
 * is first named, which answers nothing until a test says what. Each file begins with none answered.
 */
const areas = new Map<string, Map<string, jest.Mock>>();

function named<T>(inside: Map<string, T>, make: () => T, key: string): T {
  const made = inside.get(key) ?? make();
  inside.set(key, made);
  return made;
}

/** Whatever name is asked of it, there is one. */
const anyName = (of: (name: string) => unknown): object =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' ? of(name) : undefined) });

const procedures = (area: Map<string, jest.Mock>) =>
  anyName((name) => named(area, () => jest.fn<unknown, unknown[]>(), name));

export const api = anyName((area) => procedures(named(areas, () => new Map(), area))) as jest.MockedObjectDeep<
  typeof real
>;

/** Takes back what was answered. */
export function answerNothing(): void {
  for (const area of areas.values()) for (const procedure of area.values()) procedure.mockReset();
}
