import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { rentOf } from '@shared/incubation/rent';
import { firstTenure, instantsOf } from '@shared/incubation/tenure';
import { usualTerms } from '@shared/incubation/terms';
import { makeUuidV7 } from '@shared/kernel/id';
import { addDays, endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { canonicalJson, sha256Hex } from '../platform/crypto/hash';
import { at, json } from '../platform/schema';
import { incubator } from './organisations';
import { personaId } from './personas';
import { places, seedSites, sites } from './places/sites';
import type { Player } from './player';
import { syntheticName } from './synthetic';

const day = 86_400_000;
const [site] = sites;
/** Free in the demo, and held by an offer; all others but the one in repair are let. */
const free = ['A04', 'A12', 'B05', 'B11', 'B14'];
const held = ['A07', 'B03', 'B12'];
/** Who waits and who is looked through, by their ranks and what they want. */
const inLine = [
  ['waitlisted', 2, 'desk'],
  ['waitlisted', 3, 'desk'],
  ['waitlisted', 5, 'desk'],
  ['waitlisted', 1, 'office'],
  ['waitlisted', 3, 'office'],
  ['applied', 3, 'desk'],
  ['panel_review', 4, 'office'],
  ['rejected', 5, 'desk'],
  ['graduated', 3, 'desk'],
] as const;

type Planned = {
  id: string;
  personId: string;
  name: string;
  state: string;
  rank: number;
  type: 'desk' | 'office';
  /** The place that it has, counted from 0 among all; the agreement's first day. */
  spot: number | null;
  from: string | null;
};

/** Everybody of the demo's incubator: whoever has a place since when, whoever is offered one, whoever waits. Names are synthetic. */
function everybody({ home }: Player, now: number): Planned[] {
  const newId = () => makeUuidV7(now, home.random(10));
  const today = shanghaiDate(now);
  const someone = (n: number, rest: Omit<Planned, 'id' | 'personId' | 'name'>): Planned => ({
    id: newId(),
    personId: newId(),
    name: syntheticName(900 + n),
    ...rest,
  });
  const having = places.flatMap((place, spot) => {
    if (place.site !== site.id || place.shut !== undefined || free.includes(place.code)) return [];
    const type = place.type === 'desk' ? ('desk' as const) : ('office' as const);
    const rank = 1 + (spot % 5);
    if (held.includes(place.code)) return [someone(spot, { state: 'offered', rank, type, spot, from: null })];
    // Two end within weeks, the others here and there in the year.
    const ago = place.code === 'A08' || place.code === 'B07' ? 350 : 40 + ((spot * 37) % 250);
    return [someone(spot, { state: 'moved_in', rank, type, spot, from: addDays(today, -ago) })];
  });
  const waiting = inLine.map(([state, rank, type], i) =>
    someone(40 + i, { state, rank, type, spot: null, from: null }),
  );
  return [...having, ...waiting];
}

/** Sites, their places, and who has them; rows alone, so that `npm start` waits for none of it. */
export async function seedPlaces(player: Player, now: number): Promise<void> {
  const { db } = player.home;
  await seedSites(db);
  const people = everybody(player, now);
  const then = at(now - 20 * day);
  const { states } = incubatorPlace.lifecycle;
  await db
    .insertInto('person')
    .values(
      people.map(({ personId, name }) => ({
        id: personId,
        openid: null,
        persona: null,
        display_name: name,
        phone_sealed: null,
        phone_masked: null,
        created_at: then,
      })),
    )
    .execute();
  await db
    .insertInto('subject')
    .values(people.map(({ id }) => ({ id, kind: incubatorPlace.lifecycle.name, created_at: then })))
    .execute();
  const lapsesAt = endOfDayExclusive(addDays(shanghaiDate(now), 6));
  const endOf = ({ from }: Planned) => {
    const tenure = from === null ? null : firstTenure(from, 0, usualTerms);
    return tenure === null ? null : { tenure, ...instantsOf(tenure) };
  };
  await db
    .insertInto('application')
    .values(
      people.map((one, i) => ({
        id: one.id,
        kind: incubatorPlace.lifecycle.name,
        state: one.state,
        waits: states[one.state]?.waits ?? null,
        version: 5,
        changed_at: at(now - (20 - (i % 10)) * day),
        applicant_id: one.personId,
        region_id: site.region_id,
        party: incubatorPlace.party(one.state),
        organisation_id: incubatorPlace.party(one.state) === 'operator' ? incubator.id : null,
        live: states[one.state]?.live === true,
        rank: one.rank,
        reference: `SB2026-${site.region_id}-9${String(i).padStart(3, '0')}`,
        submitted_at: at(now - (30 - (i % 10)) * day),
        lapses_at: one.state === 'offered' ? at(lapsesAt) : endOf(one) ? at(endOf(one)?.to ?? 0) : null,
        clocks: json(
          one.state === 'offered'
            ? { offer: { from: shanghaiDate(now - day), workdays: 7, calendar: true, pauses: [] } }
            : {},
        ),
        details: json({
          chosen: { operator: incubator.id },
          ...(one.rank <= 2 && { rankZh: one.rank === 1 ? '一等奖' : '二等奖' }),
        }),
      })),
    )
    .execute();
  await db
    .insertInto('application_party')
    .values(
      people.map(({ id }) => ({
        application_id: id,
        party: 'operator' as const,
        organisation_id: incubator.id,
        since: then,
      })),
    )
    .execute();
  await db
    .insertInto('place_wish')
    .values(
      people.map(({ id, type, rank, state }, i) => ({
        application_id: id,
        site_id: site.id,
        type,
        rank,
        joined_at: at(now - (30 - (i % 10)) * day),
        waiting: state === 'waitlisted',
      })),
    )
    .execute();
  await db
    .insertInto('snapshot')
    .values(
      people.map(({ id, name, type }, i) => {
        const data = {
          parts: [
            { section: 'person', zh: '申报人', lines: [{ field: 'name', label: '姓名', value: name }] },
            {
              section: 'place',
              zh: '想要的位置',
              lines: [{ field: 'type', label: '位置类型', value: type === 'desk' ? '工位' : '办公间' }],
            },
          ],
          files: [],
        };
        return {
          subject_id: id,
          n: 1,
          sha256: sha256Hex(canonicalJson(data)),
          data: json(data),
          taken_at: then,
          reference: `SB2026-${site.region_id}-9${String(i).padStart(3, '0')}`,
        };
      }),
    )
    .execute();
  await letPlaces(player, people, { now, lapsesAt, endOf });
}

type Letting = {
  now: number;
  lapsesAt: number;
  endOf: (one: Planned) => ({ tenure: { from: string; to: string } } & { from: number; to: number }) | null;
};

/** Who has which place, with the rent of each month: what was owed until the month before is recorded, but for a few. */
async function letPlaces(
  { home }: Player,
  people: readonly Planned[],
  { now, lapsesAt, endOf }: Letting,
): Promise<void> {
  const { db, random } = home;
  const rows = await db.selectFrom('place').select(['id', 'code', 'rent_fen']).where('site_id', '=', site.id).execute();
  const having = people.flatMap((one) => {
    const place = one.spot === null ? undefined : rows.find(({ code }) => code === places[one.spot ?? 0]?.code);
    return place ? [{ one, place, tenancyId: makeUuidV7(now, random(10)) }] : [];
  });
  await db
    .insertInto('tenancy')
    .values(
      having.map(({ one, place, tenancyId }, i) => {
        const end = endOf(one);
        return {
          id: tenancyId,
          place_id: place.id,
          site_id: site.id,
          application_id: one.id,
          person_id: one.personId,
          kind: end ? ('agreement' as const) : ('hold' as const),
          starts_at: at(end?.from ?? now - day),
          ends_at: end ? at(end.to) : null,
          stands: true,
          lapses_at: end ? null : at(lapsesAt),
          number_zh: end ? `孵字〔2026〕${String(i + 1).padStart(3, '0')}号` : null,
          told_at: at(now),
        };
      }),
    )
    .execute();
  const today = shanghaiDate(now);
  const months = having.flatMap(({ one, place, tenancyId }, i) => {
    const end = endOf(one);
    // Every third tenant is in the second year's step already, so that something is owed.
    const had = i % 3 === 0 ? 12 : 0;
    return end
      ? rentOf(end.tenure, had, place.rent_fen, usualTerms).map((month) => {
          const paid = month.dueFen > 0 && month.dueOn < addDays(today, -31) && i % 6 !== 0;
          return {
            tenancy_id: tenancyId,
            n: month.n,
            site_id: site.id,
            due_on: month.dueOn,
            full_fen: month.fullFen,
            relief_percent: month.reliefPercent,
            due_fen: month.dueFen,
            paid_on: paid ? addDays(month.dueOn, 3) : null,
            recorded_by: paid ? personaId('incubator-1') : null,
            told_at: month.dueOn <= today ? at(now) : null,
          };
        })
      : [];
  });
  await db.insertInto('rent_month').values(months).execute();
}
