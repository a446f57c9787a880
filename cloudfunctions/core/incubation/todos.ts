import { type PlaceType, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { organisationsOf } from '@shared/kernel/actor';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type TodoSource, todoOf } from '../cases/todo';
import { hasIt } from './sites/rows';

type Waits = { siteId: string; nameZh: string; type: PlaceType; free: number };

/** Free places for which somebody waits, a line a site and type: the board offers them. */
const toOffer: TodoSource['read'] = async (call, _personId, today) => {
  const own = organisationsOf(call.actor, 'incubatorOperator');
  const { rows } = await sql<Waits>`select s.id as "siteId", s.name_zh as "nameZh", p.type, count(*)::int as free
    from place_site s join place p on p.site_id = s.id and p.shut is null
      and not exists (select from tenancy t where t.place_id = p.id and ${hasIt(call.now)})
    where s.organisation_id = any(${own}::uuid[])
      and exists (select from place_wish w where w.waiting and w.site_id = s.id and w.type = p.type)
    group by s.id, s.name_zh, p.type order by s.name_zh, p.type limit 20`.execute(call.db);
  return {
    waitsForMe: rows.map(({ siteId, nameZh, type, free }) =>
      todoOf('places', `${siteId}-${type}`, {
        title: `${placeTypes[type].zh}空 ${free} 个，有候补在等`,
        detail: nameZh,
        link: link('staff/places', { siteId }),
        ...clockOf(null, today),
      }),
    ),
  };
};

export const incubationTodos: TodoSource[] = [{ roles: ['incubatorOperator'], read: toOffer }];
