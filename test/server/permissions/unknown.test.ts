import type { Reply } from '../../../cloudfunctions/core/rpc/serve';
import type { CallerKind } from '../../../tools/docs/callers';
import { cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from './callers-world';
import { plausibleInputs } from './plausible-inputs';

let server: TestServer;
let world: CallersWorld;
beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** The same input about things that there are not. */
const aboutNothing = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      /Id$/.test(name) && typeof value === 'string' && /^[\da-f-]{36}$/.test(value)
        ? '01930000-0000-7000-8000-0000000000ff'
        : value,
    ]),
  );

async function bothAnswers(path: string, kind: CallerKind): Promise<[Reply, Reply]> {
  server.clock.pass(60_000);
  const as = kind === 'visitor' ? null : world.people[kind].personId;
  const input = plausibleInputs[path]?.(world, kind) ?? {};
  return [await server.call(as, path, input), await server.call(as, path, aboutNothing(input))];
}

const refusedWith = (kind: CallerKind, cell: number) =>
  procedureList.filter(({ area, name }) => cellOf(area, name, kind) === cell).map(({ path }) => ({ path }));

test.each(refusedWith('stranger', 404))(
  '$path tells a stranger nothing of an entry that there is',
  async ({ path }) => {
    const [ofOne, ofNone] = await bothAnswers(path, 'stranger');
    expect(ofOne).toEqual(ofNone);
    expect(ofOne).toEqual({
      status: 404,
      body: { ok: false, error: { code: 'NOT_FOUND', message: '没有找到，可能已被删除' } },
    });
  },
);

test.each(refusedWith('staffElsewhere', 404))(
  '$path tells the staff of another region nothing of it either',
  async ({ path }) => {
    const [ofOne, ofNone] = await bothAnswers(path, 'staffElsewhere');
    expect(ofOne).toEqual(ofNone);
  },
);

test.each(refusedWith('visitor', 401))(
  '$path asks a visitor to sign in before anything is looked for',
  async ({ path }) => {
    const [ofOne, ofNone] = await bothAnswers(path, 'visitor');
    expect(ofOne).toEqual(ofNone);
    expect(ofOne).toEqual({
      status: 401,
      body: { ok: false, error: { code: 'UNAUTHENTICATED', message: '请先登录' } },
    });
  },
);
