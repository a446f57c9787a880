import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { makeUuidV7 } from '@shared/kernel/id';
import { toShanghai } from '@shared/kernel/shanghai';
import { withChoices } from '../benefits/application/offices';
import { termsInForce } from '../benefits/queries';
import { insertAll, insertFiles } from './files/insert-files';
import { insertSendings } from './files/payments';
import { playFile, type Surroundings } from './files/play-file';
import type { FileScript } from './files/script';
import { insertLent } from './loans/lent-rows';
import { plannedLoans } from './loans/loan-plan';
import { scriptOf } from './loans/loan-script';
import { bookHours } from './places/book-hours';
import { letPlaces } from './places/let-places';
import { plannedStays } from './places/place-plan';
import { stayScriptOf } from './places/place-script';
import { seedSites } from './places/sites';
import type { Player } from './player';
import { insertSubsidies } from './subsidies/subsidy-rows';
import { plannedSubsidies, subsidyScriptOf } from './subsidies/subsidy-script';

/** Of the synthetic people those who are of working age and not near retirement, from a number on. */
function peopleFrom(first: number): () => number {
  let n = first - 1;
  return () => {
    do n += 1;
    while (n % 38 < 10);
    return n;
  };
}

/** How applications are numbered: in a region and year in the order in which they were handed in. */
function referencesOf(scripts: readonly FileScript[]): { of: Map<FileScript, string>; counters: Map<string, number> } {
  const handedIn = scripts.flatMap((script) => {
    const first = script.steps.find(({ move }) => move === script.kind.submits);
    return typeof first?.at === 'number' ? [{ script, at: first.at }] : [];
  });
  const counters = new Map<string, number>();
  const of = new Map<FileScript, string>();
  for (const { script, at } of handedIn.sort((a, b) => a.at - b.at)) {
    const place = `SB${toShanghai(at).slice(0, 4)}-${script.regionId}`;
    const n = (counters.get(`application:${place}`) ?? 0) + 1;
    counters.set(`application:${place}`, n);
    of.set(script, `${place}-${String(n).padStart(4, '0')}`);
  }
  return { of, counters };
}

/** Each kind in each region with the organisations that may be chosen there. */
async function kindsIn({ home }: Player, scripts: readonly FileScript[]): Promise<Surroundings['kindIn']> {
  const keyOf = (kind: ApplicationKind, regionId: string) => `${codeOf(kind)}:${regionId}`;
  const wanted = new Map(scripts.map(({ kind, regionId }) => [keyOf(kind, regionId), { kind, regionId }]));
  const found = new Map<string, ApplicationKind>();
  for (const [key, { kind, regionId }] of wanted) found.set(key, await withChoices(home.db, kind, regionId));
  return (kind, regionId) => found.get(keyOf(kind, regionId)) ?? kind;
}

/** All files of the demo as they are seeded at an instant. */
export function filesAt(now: number) {
  const nextOf = peopleFrom(500);
  return {
    loans: plannedLoans.map((planned) => scriptOf(planned, nextOf(), now)),
    stays: plannedStays.map((planned, i) => stayScriptOf(planned, nextOf(), now, agreementNo(now, i))),
    items: plannedSubsidies.map((planned) => subsidyScriptOf(planned, nextOf(), now)),
  };
}

/**
 * Applications of every kind in every state that their lifecycles know, with all that their ways left behind: rows alone, in a statement a table, so that
 * `npm start` waits for none of it.
 */
export async function seedApplications(player: Player, now: number): Promise<void> {
  const { db, random } = player.home;
  const newId = (ms: number) => makeUuidV7(ms, random(10));
  await seedSites(db);
  const { loans, stays, items } = filesAt(now);
  const scripts = [...loans, ...stays, ...items].map(({ script }) => script);
  const references = referencesOf(scripts);
  const around: Surroundings = {
    newId,
    terms: await termsInForce(db),
    kindIn: await kindsIn(player, scripts),
    referenceOf: (script) => references.of.get(script) ?? '',
  };
  const played = new Map(scripts.map((script) => [script, playFile(script, around)]));
  await insertFiles(player, [...played.values()], now, newId);
  const withFiles = <One extends { script: FileScript }>(all: readonly One[]) =>
    all.flatMap((scripted) => {
      const file = played.get(scripted.script);
      return file ? [{ scripted, file }] : [];
    });
  await letPlaces(player, withFiles(stays), now, newId);
  const tenants = withFiles(stays).flatMap(({ file }) => (file.state === 'moved_in' ? [file] : []));
  await bookHours(player, tenants, now, newId);
  const sendings = [
    ...(await insertLent(player, withFiles(loans), now, newId)),
    ...(await insertSubsidies(player, withFiles(items))),
  ];
  const lists = await insertSendings(player, sendings, newId);
  await insertAll(
    db,
    'counter',
    [...references.counters, ...lists].map(([name, value]) => ({ name, value })),
  );
}

const agreementNo = (now: number, i: number): string =>
  `孵字〔${toShanghai(now).slice(0, 4)}〕${String(i + 1).padStart(3, '0')}号`;
