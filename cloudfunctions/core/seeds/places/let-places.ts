import { rentOf } from '@shared/incubation/rent';
import { instantsOf } from '@shared/incubation/tenure';
import { usualTerms } from '@shared/incubation/terms';
import { addDays, endOfDayExclusive, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import type { Insertable } from 'kysely';
import { at, type Database } from '../../platform/schema';
import { insertAll } from '../files/insert-files';
import type { PlayedFile } from '../files/play-file';
import { personaId } from '../personas';
import type { Player } from '../player';
import type { ScriptedStay } from './place-script';
import { sites } from './sites';

const [site] = sites;
const hour = 3_600_000;

/** After which move a place is held and nothing was signed yet. */
const holds = ['offer', 'accept'];

export type StayFile = { scripted: ScriptedStay; file: PlayedFile };

/** Who wants what since when, who has which place until when, and the rent of each month: all of it paid but for what somebody owes. */
export async function letPlaces(
  { home }: Player,
  stays: readonly StayFile[],
  now: number,
  newId: (ms: number) => string,
): Promise<void> {
  const { db } = home;
  const rows = await db.selectFrom('place').select(['id', 'code', 'rent_fen']).where('site_id', '=', site.id).execute();
  const placeOf = (code: string | undefined) => rows.find((row) => row.code === code);
  await insertAll(
    db,
    'place_wish',
    stays.flatMap(({ scripted, file }) => {
      const [first] = file.handed;
      if (!first) return [];
      const lapsed = file.moves.find(({ move }) => move === 'lapse');
      const letGo = placeOf(scripted.planned.letGo);
      return [
        {
          application_id: file.applicationId,
          site_id: site.id,
          type: scripted.planned.type,
          rank: Number(file.row.rank),
          joined_at: at(lapsed?.at ?? first.at),
          waiting: file.state === 'waitlisted',
          ...(letGo && { let_go: [letGo.id] }),
        },
      ];
    }),
  );
  const tenancies = stays.flatMap((stay) => {
    const place = placeOf(stay.scripted.planned.code ?? stay.scripted.planned.letGo);
    return place ? [{ stay, place, row: tenancyOf(stay, place.id, now, newId) }] : [];
  });
  await insertAll(
    db,
    'tenancy',
    tenancies.map(({ row }) => row),
  );
  await insertAll(
    db,
    'rent_month',
    tenancies.flatMap(({ stay, place, row }) => monthsOf(stay, row.id, place.rent_fen, now)),
  );
}

/** An offer that holds a place, or did; an agreement, as long as it runs or ran. */
function tenancyOf(
  { scripted, file }: StayFile,
  placeId: number,
  now: number,
  newId: (ms: number) => string,
): Insertable<Database['tenancy']> {
  const { tenure, leftOn } = scripted;
  const offered = file.moves.find(({ move }) => move === 'offer')?.at ?? now;
  const between = tenure === null ? null : instantsOf(tenure);
  const over = leftOn === null ? null : endOfDayExclusive(leftOn);
  const endsAt = between === null ? null : Math.min(between.to, over ?? between.to);
  // Said so long before the end as the site says, or a day before an offer lapses.
  const soon = endsAt !== null && endsAt - usualTerms.renewalDays * 24 * hour <= now;
  return {
    id: newId(offered),
    place_id: placeId,
    site_id: site.id,
    application_id: file.applicationId,
    person_id: file.personId,
    kind: between === null ? 'hold' : 'agreement',
    starts_at: at(between?.from ?? offered),
    ends_at: endsAt === null ? null : at(endsAt),
    stands: between !== null || holds.includes(file.moves.at(-1)?.move ?? ''),
    lapses_at: file.state === 'offered' ? (file.row.lapses_at ?? null) : null,
    number_zh:
      between === null ? null : String(file.details.records?.find(({ move }) => move === 'sign')?.answers.number),
    told_at: soon && endsAt !== null ? at(endsAt - usualTerms.renewalDays * 24 * hour) : null,
  };
}

/** The rent of an agreement: what fell due is paid three days later, but for the last months of somebody who owes them. */
function monthsOf(
  { scripted }: StayFile,
  tenancyId: string,
  rentFen: number,
  now: number,
): Array<Insertable<Database['rent_month']>> {
  const { tenure, planned, leftOn } = scripted;
  if (tenure === null) return [];
  const today = shanghaiDate(now);
  const months = rentOf(tenure, planned.earlier ?? 0, rentFen, usualTerms).filter(
    ({ dueOn }) => leftOn === null || dueOn <= leftOn,
  );
  const owed = months.filter(({ dueOn, dueFen }) => dueFen > 0 && dueOn <= today);
  const unpaid = owed.slice(owed.length - (planned.owes ?? 0));
  return months.map((month) => {
    const fellDue = owed.includes(month);
    const paid = fellDue && !unpaid.includes(month) && addDays(month.dueOn, 3) <= today;
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
      told_at: fellDue ? at(startOfDay(month.dueOn) + 8 * hour) : null,
    };
  });
}
