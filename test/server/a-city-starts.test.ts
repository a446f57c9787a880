import { partNames } from '@shared/competition/parts';
import { areas } from '../../cloudfunctions/core/areas';
import { appoint } from '../../cloudfunctions/core/people/grants/appoint';
import { sealAudit } from '../../cloudfunctions/core/platform/audit/seal-audit';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { makeServe } from '../../cloudfunctions/core/rpc/serve';
import { makeTick } from '../../cloudfunctions/core/rpc/tick';
import { cityWords } from '../support/editions';
import { filledDraft } from '../support/entry-factory';
import { emptyDatabase } from '../support/postgres';
import { claimAs, readAll } from '../support/review-acts';
import { serverOn, type TestServer } from '../support/server';

type Part = { version: number; data: object };
type Setup = { version: number; contestId: string };
type Decided = { state: string; decision: { decisionId: string; state: string; version: number } };

let server: TestServer;
let drop: () => Promise<void>;

beforeEach(async () => {
  const { url, drop: dropIt } = await emptyDatabase();
  await migrateToLatest(url);
  drop = dropIt;
  const base = await serverOn(url);
  const home = { ...base.home, mode: 'production' as const };
  const serve = makeServe(home, areas);
  let keys = 0;
  const call: TestServer['call'] = async (as, path, input = {}, key) => {
    keys += 1;
    const credential =
      as === null
        ? ({ kind: 'none' } as const)
        : as.startsWith('o-')
          ? ({ kind: 'openid', openid: as } as const)
          : ({ kind: 'session', token: await openSession(base.db, as, home.now(), home.random) } as const);
    return serve({ path, input, key: key ?? `city-starts-${keys}`, credential, caller: 'test' });
  };
  server = {
    ...base,
    home,
    serve,
    call,
    async ask<T>(as: string | null, path: string, input?: unknown, key?: string): Promise<T> {
      const { body } = await call(as, path, input, key);
      if (!body.ok)
        throw new Error(`${path} was refused: ${JSON.stringify(body.error)} ${JSON.stringify(base.faults)}`);
      return body.data as T;
    },
  };
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
  await drop();
});

/** Whoever has this openid types a code; answers their id, by which calls are made from then on. */
async function joins(openid: string, code: string, name: string): Promise<string> {
  await server.ask(openid, 'people/useGrantCode', { code, name });
  return (await server.ask<{ personId: string }>(openid, 'people/me')).personId;
}

async function invites(by: string, role: string, scope: object): Promise<string> {
  const wish = { role, scope, note: '', uses: 1, days: '7', endsOn: null };
  return (await server.ask<{ code: string }>(by, 'people/makeGrantCode', wish)).code;
}

const inRegion = (regionId: string) => ({ kind: 'region', regionId });

test('from an empty production database: a command, an edition, two regions that differ, staff by codes, an entry, a decision by two that was taken back once, an audit that holds', async () => {
  const tick = makeTick(server.home, areas, { name: null });
  const due = () => tick();

  // The command, and nothing else by hand.
  const { code } = await appoint(server.home, { role: 'cityStaff', region: null, again: null }, server.clock.now());
  const city = await joins('o-city', code, '李主任');
  expect((await server.ask<{ edition: unknown }>(null, 'competition/home')).edition).toBeNull();

  // The edition, part by part; each region can be called before it is published.
  const { editionId } = await server.ask<{ editionId: string }>(city, 'competition/makeEdition', { from: null });
  for (const part of partNames) {
    const asked = { editionId, part };
    let { version, data } = await server.ask<Part>(city, 'competition/editionPart', asked);
    const more = part === 'clocks' ? { ...cityWords.clocks, signatures: 'all' } : cityWords[part];
    if (more)
      ({ version } = await server.ask<Part>(city, 'competition/savePart', {
        ...asked,
        version,
        data: { ...data, ...more },
      }));
    await server.ask(city, 'competition/confirmPart', { ...asked, version });
  }
  const { contests } = await server.ask<{ contests: Array<{ contestId: string; regionZh: string }> }>(
    city,
    'competition/contestSetups',
  );
  expect(contests).toHaveLength(18);
  for (const { contestId } of contests) {
    const { version } = await server.ask<Setup>(city, 'competition/contestSetup', { contestId });
    const card = { office: '就业服务窗口', phone: '0357-2000000', address: '', hours: '', venue: '' };
    await server.ask(city, 'competition/saveContestCard', { contestId, version, ...card });
  }
  const { version } = await server.ask<{ version: number }>(city, 'competition/edition', { editionId });
  await server.ask(city, 'competition/publishEdition', { editionId, version });

  // People by codes: the city makes the lead, the lead the clerk.
  const lead = await joins('o-lead', await invites(city, 'regionLead', inRegion('141033')), '王科长');
  const clerk = await joins('o-clerk', await invites(lead, 'regionStaff', inRegion('141033')), '张小明');
  const auditor = await joins('o-auditor', await invites(city, 'auditor', { kind: 'all' }), '赵监督');
  const other = await joins('o-other', await invites(city, 'regionLead', inRegion('141002')), '孙科长');

  // Two regions come to differ.
  const contestOf = (zh: string) => contests.find(({ regionZh }) => regionZh === zh)?.contestId ?? '';
  const puxian = await server.ask<Setup>(lead, 'competition/contestSetup', { contestId: contestOf('蒲县') });
  const { contestId } = puxian;
  await server.ask(lead, 'competition/addOwnTrack', { contestId, version: puxian.version, zh: '核桃产业' });
  const yaodu = await server.ask<Setup>(other, 'competition/contestSetup', { contestId: contestOf('尧都区') });
  const own = { contestId: yaodu.contestId, version: yaodu.version, zh: '陶瓷文创' };
  await server.ask(other, 'competition/addOwnTrack', own);
  const { regions } = await server.ask<{ regions: Array<{ regionZh: string; differences: Array<{ zh: string }> }> }>(
    auditor,
    'competition/drift',
  );
  expect(
    regions
      .filter(({ differences }) => differences.length > 0)
      .map(({ regionZh }) => regionZh)
      .sort(),
  ).toEqual(['尧都区', '蒲县'].sort());

  // Somebody enters.
  await server.ask('o-farmer', 'people/signIn');
  const { personId: farmer } = await server.ask<{ personId: string }>('o-farmer', 'people/me');
  const draft = await filledDraft(server, { leader: farmer, contestId });
  const { version: written } = await server.ask<{ version: number }>(farmer, 'entry/get', { entryId: draft.entryId });
  await server.ask(farmer, 'entry/submit', { entryId: draft.entryId, version: written });
  await due();

  // The clerk decides, takes it back, decides again; the lead signs; ten minutes later it is so.
  const held = await claimAs(server, clerk, draft.entryId);
  await readAll(server, clerk, draft.entryId);
  const approve = () => server.ask<Decided>(clerk, 'screening/approve', { entryId: draft.entryId, version: held });
  const first = await approve();
  expect(first.state).toBe('under_review');
  await server.ask(clerk, 'screening/takeBack', {
    decisionId: first.decision.decisionId,
    version: first.decision.version,
  });
  const { decision } = await approve();
  const itsOwn = await server.call(clerk, 'screening/sign', {
    decisionId: decision.decisionId,
    version: decision.version,
  });
  expect(itsOwn.status).toBe(403);
  await server.ask(lead, 'screening/sign', { decisionId: decision.decisionId, version: decision.version });
  const stateOf = async () =>
    (await server.ask<{ state: string }>(farmer, 'entry/get', { entryId: draft.entryId })).state;
  server.clock.pass(10 * 60_000 - 1);
  await due();
  expect(await stateOf()).toBe('under_review');
  server.clock.pass(1);
  await due();
  expect(await stateOf()).toBe('qualified');

  // The supervisor finds everything as it was written.
  await sealAudit(server.home);
  await server.ask(auditor, 'oversight/checkAudit');
  await due();
  const { checks } = await server.ask<{ checks: Array<{ intact: boolean }> }>(auditor, 'oversight/auditChecks');
  expect(checks.map(({ intact }) => intact)).toEqual([true]);
});
