import { instantOfId } from '@shared/kernel/id';
import { toShanghai } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { type Counts, toldAs, toldGroups } from '@shared/policies/told/groups';
import { unsentWords } from '@shared/telling/unsent-words';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at, json } from '../../platform/schema';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type Figures, figuresOfPolicy, isTold, toldOfPolicy } from '../../telling/figures';

/** The first time counts, of each message about it that lies in the caller's inbox. */
export const opened = procedure(policiesContract.opened, noSubject, async (call, { code }) => {
  await sql`insert into policy_opened (message_id, person_id, at)
    select t.message_id, ${me(call)}::uuid, ${at(call.now)} from (${toldOfPolicy(me(call), code)}) t order by 1 on conflict do nothing`.execute(
    call.db,
  );
  return { ok: true as const };
});

const nobody: Counts = { reached: 0, read: 0, opened: 0, applied: 0, phoneSent: 0, phoneWaiting: 0, failed: [] };

/** How many of those who were told of it opened its page, and handed in an application since. */
type Acted = { opened: number; applied: number };

function countsOf(figures: Figures, { opened, applied }: Acted): Counts {
  const { reached, read, phones } = figures;
  const n = (...states: string[]) =>
    phones.filter(({ state }) => states.includes(state)).reduce((all, each) => all + each.n, 0);
  const failed = phones.flatMap(({ state, code, n: many }) =>
    state === 'dead' || state === 'uncertain'
      ? [{ zh: unsentWords('wechat', state, code === null ? null : String(code)), n: many }]
      : [],
  );
  return { reached, read, opened, applied, phoneSent: n('sent'), phoneWaiting: n('waiting', 'sending'), failed };
}

/** Of each message about a policy who acted on it. */
async function readActed(db: Db, code: string, figures: readonly Figures[]): Promise<Map<string, Acted>> {
  const told = figures.map(({ messageId }) => ({ id: messageId, at: new Date(instantOfId(messageId)) }));
  const { rows } = await sql<Acted & { id: string }>`select t.id,
      (select count(*)::int from policy_opened o where o.message_id = t.id) as opened,
      (select count(*)::int from policy_applied a where a.code = ${code} and a.at >= t.at
        and ${isTold(sql`a.person_id`, sql`t.id`)}) as applied
    from jsonb_to_recordset(${json(told)}::jsonb) as t(id uuid, at timestamptz)`.execute(db);
  return new Map(rows.map(({ id, ...acted }) => [id, acted]));
}

/** Whom each telling of a policy reached: numbers alone, none of a handful. */
export const told = procedure(policiesContract.told, noSubject, async (call, { code }) => {
  const version = await call.db
    .selectFrom('policy_version')
    .select('title_zh')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (version === undefined) throw new Refused('NOT_FOUND');
  const figures = await figuresOfPolicy(call.db, code);
  const acted = await readActed(call.db, code, figures);
  const events = [...new Set(figures.map(({ eventId }) => eventId))];
  return {
    titleZh: version.title_zh,
    tellings: events.flatMap((eventId) => {
      const of = figures.filter((each) => each.eventId === eventId && toldAs[each.notice] !== undefined);
      const [one] = of;
      if (one === undefined) return [];
      const counts = (perhaps: boolean) => {
        const figure = of.find(({ notice }) => toldAs[notice]?.perhaps === perhaps);
        return figure === undefined
          ? nobody
          : countsOf(figure, acted.get(figure.messageId) ?? { opened: 0, applied: 0 });
      };
      return [
        {
          id: eventId,
          zh: toldAs[one.notice]?.zh ?? '',
          version: one.version,
          at: toShanghai(instantOfId(one.messageId)),
          underWay: of.some(({ underWay }) => underWay),
          groups: toldGroups(counts(false), counts(true)).map(({ zh, counts: each }) => ({
            zh,
            counts: each === null ? null : { ...each, failed: [...each.failed] },
          })),
        },
      ];
    }),
  };
});
