import type { api as real } from '../../src/client/api';

/**
 * What the app asks the server with, in the tests of its sources (config/jest.config.cjs): each procedure of the contract is a `jest.fn()`, made when it
 * is first named, which fails until a test says what it answers. Each file begins with none answered.
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

const unanswered = (path: string) => () => Promise.reject(new Error(`${path} is not answered by this test.`));

export const api = anyName((area) => {
  const procedures = named(areas, () => new Map<string, jest.Mock>(), area);
  return anyName((name) => named(procedures, () => jest.fn<unknown, unknown[]>(unanswered(`${area}/${name}`)), name));
}) as jest.MockedObjectDeep<typeof real>;

/** Takes back what was answered. */
export function answerNothing(): void {
  for (const [area, procedures] of areas)
    for (const [name, procedure] of procedures) procedure.mockReset().mockImplementation(unanswered(`${area}/${name}`));
}
