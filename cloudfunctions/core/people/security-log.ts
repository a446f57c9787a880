import { endOfDayExclusive, startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { actWords, outcomeWords } from '@shared/people/security-words';
import { sql } from 'kysely';
import { keysetPage } from '../platform/keyset-page';
import { at } from '../platform/schema';
import { securityEvents } from '../platform/security-log';
import { noSubject, procedure } from '../rpc/procedure';

/** The security log for the auditor, the newest first; of one person, one act, one day, or all. */
export const securityLog = procedure(peopleContract.securityLog, noSubject, async (call, input) => {
  const { personId = null, act = null, day = null } = input;
  const { rows, next } = await keysetPage(call, {
    filter: { list: 'securityLog', personId, act, day },
    cursor: input.cursor,
    read: (place, limit) =>
      securityEvents(call.db)
        .select(['s.id', 's.at', 's.person_id', 's.act', 's.outcome', 's.caller', 's.times', 'p.display_name'])
        .$if(personId !== null, (query) => query.where('s.person_id', '=', personId))
        .$if(act !== null, (query) => query.where('s.act', '=', act ?? ''))
        .$if(day !== null, (query) =>
          query
            .where('s.at', '>=', sql<number>`${at(startOfDay(day ?? ''))}`)
            .where('s.at', '<', sql<number>`${at(endOfDayExclusive(day ?? ''))}`),
        )
        .$if(place !== null, (query) =>
          query.where(sql<boolean>`(s.at, s.id) < (${at(Number(place?.value))}, ${place?.id}::uuid)`),
        )
        .orderBy('s.at', 'desc')
        .orderBy('s.id', 'desc')
        .limit(limit)
        .execute(),
    sort: (row) => row.at,
    fits: (value) => Number.isSafeInteger(value),
  });
  return {
    items: rows.map((row) => ({
      id: row.id,
      at: toShanghai(row.at),
      personId: row.person_id,
      whoZh: row.display_name ?? '未登录',
      act: row.act,
      actZh: actWords(row.act),
      outcome: row.outcome,
      outcomeZh: outcomeWords(row.outcome),
      address: row.caller,
      times: row.times,
    })),
    next,
  };
});
