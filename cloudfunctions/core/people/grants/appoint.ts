import { isGrantable, type Role, roles, type Scope } from '@shared/kernel/actor';
import { makeUuidV7 } from '@shared/kernel/id';
import { toShanghai } from '@shared/kernel/shanghai';
import { shownCode } from '@shared/kernel/typed/spoken-code';
import { appointMs } from '@shared/people/grants/giving';
import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/audit';
import { sha256Hex } from '../../platform/crypto/hash';
import { drawCode, hashCode } from '../../platform/crypto/spoken-code';
import { isLive, scopeColumns } from '../../platform/grants';
import { schemaIsCurrent } from '../../platform/migrations/newest';
import { at } from '../../platform/schema';
import { makeSecurityLog } from '../../platform/security-log';
import type { Home } from '../../rpc/home';
import { cityInTurn } from './city-in-turn';

/** Why nobody is appointed, in a sentence for whoever runs the command. */
export class NotAppointed extends Error {
  override readonly name = 'NotAppointed';
}

export type Appointment = {
  role: Role;
  /** A region's id or its name; null: everywhere. */
  region: string | null;
  /** Why, although the city has an official; null: it has none. */
  again: string | null;
};

/**
 * Makes the code with which an installation begins: one use, 24 hours, given by nobody. An earlier one that was not used is void. The audit and the
 * security log keep that it was made.
 * Throws NotAppointed where an official of the city is there and no reason was given, or what is asked for is not given.
 */
export async function appoint(
  home: Pick<Home, 'db' | 'log' | 'random'>,
  { role, region, again }: Appointment,
  now: number,
): Promise<{ code: string; expiresAt: string }> {
  if (!(await schemaIsCurrent(home.db))) throw new NotAppointed('数据库结构不是最新，请先运行 npm run migrate。');
  const code = drawCode(home.random);
  const codeHash = await hashCode(code);
  const expiresAt = now + appointMs;
  await home.db.transaction().execute(async (db) => {
    await cityInTurn(db);
    const { rows: officials } =
      await sql`select from role_grant g where g.role = 'cityStaff' and ${isLive(now)} limit 1`.execute(db);
    if (officials.length > 0 && again === null) {
      throw new NotAppointed(
        '已有市级统筹人员，新的人员请由其在“我的—授权管理”中邀请。原有人员都不能再登录时，加上 --again "理由" 再运行。',
      );
    }
    const scope = await scopeOf(region);
    if (!isGrantable({ role, scope })) throw new NotAppointed(misfit(role));
    await sql`update grant_code set voided_at = ${at(now)} where made_by is null and voided_at is null`.execute(db);
    const id = makeUuidV7(now, home.random(10));
    await db
      .insertInto('grant_code')
      .values({
        id,
        code_hash: codeHash,
        role,
        ...scopeColumns(scope),
        note: again ?? '',
        uses: 1,
        made_by: null,
        made_by_key: null,
        made_at: at(now),
        expires_at: at(expiresAt),
        voided_by: null,
      })
      .execute();
    const data = { role, scope, again: again === null ? null : sha256Hex(again), expiresAt: toShanghai(expiresAt) };
    await appendAudit(db, { subject: `grantCode:${id}`, act: 'people/appoint', data, actor: 'system', now });

    async function scopeOf(wanted: string | null): Promise<Scope> {
      if (wanted === null) return { kind: 'all' };
      const { rows } = await sql<{
        id: string;
      }>`select id from region where id = ${wanted} or name_zh = ${wanted}`.execute(db);
      if (!rows[0]) throw new NotAppointed(`没有名为“${wanted}”的县（市、区）。`);
      return { kind: 'region', regionId: rows[0].id };
    }
  });
  const security = makeSecurityLog(home);
  security.note({ personId: null, act: 'people/appoint', outcome: 'OK', address: 'command', at: now });
  await security.settle();
  return { code: shownCode(code), expiresAt: toShanghai(expiresAt) };
}

/** Why a role is not given where it was asked for. */
function misfit(role: Role): string {
  const { scopes } = roles[role];
  if (scopes.includes('organisation')) return '机构人员由市级统筹人员在“授权管理”中邀请。';
  return scopes.includes('region')
    ? '这个岗位要用 --region 指定县（市、区）。'
    : '这个岗位是全市的，不能指定 --region。';
}
