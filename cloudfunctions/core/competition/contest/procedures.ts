import { type ContestCard, cardFields, judgeCard } from '@shared/competition/contest/card';
import { phaseKey, trackKey } from '@shared/competition/contest/drift';
import { refuseWindow, spanOfDays } from '@shared/competition/contest/window';
import { competitionContract } from '@shared/competition/contract';
import type { Span } from '@shared/competition/phase';
import { toShanghai } from '@shared/kernel/shanghai';
import { sameName } from '@shared/kernel/typed/typed';
import { sql } from 'kysely';
import { breaksReference } from '../../platform/broken-constraint';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { cardKey, keepChanges } from './changes';
import { insistChangeable, presentChanged, presentSetup } from './present-setup';
import { readSetup } from './read-setup';
import { contestOf, contestOfTracks } from './subjects';

export const contestSetup = procedure(competitionContract.contestSetup, contestOf, (call, _input, contest) =>
  presentSetup(call, contest),
);

/** How people reach the contest, and where it is held. */
export const saveContestCard = procedure(
  competitionContract.saveContestCard,
  contestOf,
  async (call, input, contest) => {
    await insistChangeable(call, contest, input.version);
    const judged = judgeCard(input);
    if (!judged.ok) throw new Refused('COMPETITION_CARD_WRONG', undefined, judged.fields);
    const { card: was } = await readSetup(call.db, contest.contestId);
    const { card } = judged;
    const values: ContestCard = {
      office: card.office,
      phone: card.phone,
      address: card.address,
      hours: card.hours,
      venue: card.venue,
    };
    await call.db.updateTable('contest').set(values).where('id', '=', contest.contestId).execute();
    const changes = cardFields.map((field) => ({ what: cardKey(field), from: was[field], to: values[field] }));
    await keepChanges(
      call,
      contest,
      changes.filter(({ from, to }) => from !== to),
    );
    return presentChanged(call, contest);
  },
);

/** Own tracks stand behind the common ones, which the city numbers below this. */
const firstOwnSort = 101;

/** A track of the region's own; one that other regions set up under the same name is the same track. */
export const addOwnTrack = procedure(
  competitionContract.addOwnTrack,
  contestOfTracks,
  async (call, { version, zh }, contest) => {
    await insistChangeable(call, contest, version);
    const { editionId, contestId, regionId } = contest;
    const { tracks, ownTracksMax } = await readSetup(call.db, contestId);
    const max = ownTracksMax;
    if (tracks.filter(({ own }) => own).length >= max)
      throw new Refused(
        'COMPETITION_OWN_TRACKS_FULL',
        max === 0 ? '本届不设县（市、区）特色赛道' : `最多自设 ${max} 个特色赛道，已满`,
      );
    const { rows: standing } = await sql<{ code: string; zh: string; kind: string }>`
    select code, zh, kind from track where edition_id = ${editionId} order by kind`.execute(call.db);
    const known = standing.find((track) => sameName(track.zh, zh));
    const here = tracks.find((track) => sameName(track.zh, zh)) ?? (known?.kind === 'common' ? known : undefined);
    if (here) throw new Refused('COMPETITION_TRACK_TWICE', undefined, { zh: `已有“${here.zh}”赛道，请换一个名称` });
    // Drawn, since an edition that was begun from another has that one's codes already, and none is used twice.
    const code = known?.code ?? `own-${regionId}-${call.newId().slice(-12)}`;
    if (!known) await call.db.insertInto('track').values({ edition_id: editionId, code, zh, kind: 'region' }).execute();
    await sql`insert into contest_track (contest_id, edition_id, track_code, sort)
    select ${contestId}, ${editionId}, ${code}, greatest(${firstOwnSort}, coalesce(max(sort), 0) + 1)
    from contest_track where contest_id = ${contestId}`.execute(call.db);
    await keepChanges(call, contest, [{ what: trackKey(code), from: '', to: known?.zh ?? zh }]);
    return presentChanged(call, contest);
  },
);

export const removeOwnTrack = procedure(
  competitionContract.removeOwnTrack,
  contestOfTracks,
  async (call, { version, code }, contest) => {
    await insistChangeable(call, contest, version);
    const { contestId, editionId } = contest;
    const { tracks } = await readSetup(call.db, contestId);
    const track = tracks.find((each) => each.code === code);
    if (!track) throw new Refused('NOT_FOUND');
    if (!track.own) throw new Refused('COMPETITION_TRACK_NOT_OWN');
    try {
      await sql`delete from contest_track where contest_id = ${contestId} and track_code = ${code}`.execute(call.db);
    } catch (error) {
      if (!breaksReference(error, 'entry_contest_id_track_code_fkey')) throw error;
      throw new Refused('COMPETITION_TRACK_IN_USE', `已有项目选了“${track.zh}”赛道（含填写中的），不能删除`);
    }
    await sql`delete from track t where t.edition_id = ${editionId} and t.code = ${code}
      and not exists (select from contest_track o where o.edition_id = t.edition_id and o.track_code = t.code)`.execute(
      call.db,
    );
    await keepChanges(call, contest, [{ what: trackKey(code), from: track.zh, to: '' }]);
    return presentChanged(call, contest);
  },
);

const intervalOf = (span: Span | null): string =>
  span === null ? '' : `${toShanghai(span.opensAt)}/${toShanghai(span.closesAt)}`;

/** Moves a window inside the city's. Whom it concerns is told; what moved into the future will be told of again as it comes. */
export const moveWindow = procedure(competitionContract.moveWindow, contestOf, async (call, input, contest) => {
  await insistChangeable(call, contest, input.version);
  const { contestId, editionId, regionId, regionZh } = contest;
  const { windows } = await readSetup(call.db, contestId);
  const window = windows.find(({ code }) => code === input.phase);
  if (!window) throw new Refused('NOT_FOUND');
  const { city, own: was, zh: phaseZh } = window;
  const wanted = spanOfDays(input.first, input.last, city);
  const change = { what: phaseKey(window.code), from: intervalOf(was), to: intervalOf(wanted) };
  if (change.from === change.to) return presentSetup(call, contest);
  const refusal = refuseWindow({ phaseZh, city, was, wanted, now: call.now });
  if (refusal) throw new Refused(refusal.code, refusal.message, refusal.fields);
  const [opens, closes, now] = [at(wanted.opensAt), at(wanted.closesAt), at(call.now)];
  await sql`insert into phase as p (contest_id, kind, opens_at, closes_at) values (${contestId}, ${window.code}, ${opens}, ${closes})
    on conflict (contest_id, kind) do update set opens_at = ${opens}, closes_at = ${closes},
      opened_told_at = case when ${opens} > ${now} then null else p.opened_told_at end,
      closed_told_at = case when ${closes} > ${now} then null else p.closed_told_at end`.execute(call.db);
  await keepChanges(call, contest, [change]);
  await emit(call, 'phase.moved', `contest:${contestId}`, {
    contestId,
    editionId,
    regionId,
    regionZh,
    phaseZh,
    ...wanted,
  });
  return presentChanged(call, contest);
});
