import { type Grant, isGrantable } from '@shared/kernel/actor';
import { endOfDayExclusive, toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { mayGive, mostUses } from '@shared/people/grants/giving';
import { fitsKind } from '@shared/people/grants/organisation-kinds';
import { audit } from '../../platform/audit/audit';
import { scopeColumns } from '../../platform/grants';
import { at } from '../../platform/schema';
import { codesOut, freshCode } from '../../platform/spoken-codes';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { isUsable } from './code-rows';
import { earlier, latestEnd } from './giver-end';

const dayMs = 86_400_000;
const mostCodes = 100;

const wrong = (field: string, sentence: string) => new Refused('PEOPLE_GRANT_WRONG', undefined, { [field]: sentence });

/** Makes a code that makes whoever types it what it says. It is told in this answer and nowhere else. */
export const makeGrantCode = procedure(peopleContract.makeGrantCode, noSubject, async (call, input) => {
  const grant: Grant = { role: input.role, scope: input.scope };
  if (!isGrantable(grant)) throw wrong('role', '请重新选择岗位和范围');
  if (call.actor === null || !mayGive(call.actor, grant)) throw new Refused('PEOPLE_MAY_NOT_GIVE');
  await insistPlace(call, grant);
  const most = mostUses(input.role);
  if (input.uses > most) throw wrong('uses', `这个岗位的邀请码最多 ${most} 人使用`);
  const wished = input.endsOn === null ? null : endOfDayExclusive(input.endsOn);
  if (wished !== null && wished <= call.now) throw wrong('endsOn', '这一天已经过去，请重新选择');
  const out = await codesOut(call, { table: 'grant_code', as: 'g', usable: isUsable(call.now) });
  if (out >= mostCodes) throw new Refused('PEOPLE_TOO_MANY_CODES');
  const { shown, row } = await freshCode(call);
  const codeId = row.id;
  const expiresAt = call.now + Number(input.days) * dayMs;
  const endsAt = earlier(wished, await latestEnd(call.db, call.actor, grant, call.now));
  await call.db
    .insertInto('grant_code')
    .values({
      ...row,
      role: input.role,
      ...scopeColumns(input.scope),
      note: input.note,
      uses: input.uses,
      expires_at: at(expiresAt),
      grant_ends_at: endsAt === null ? null : at(endsAt),
    })
    .execute();
  await audit(call, `grantCode:${codeId}`, 'people/makeGrantCode', {
    role: input.role,
    scope: input.scope,
    uses: input.uses,
    expiresAt: toShanghai(expiresAt),
    endsAt: endsAt === null ? null : toShanghai(endsAt),
  });
  return { codeId, code: shown, expiresAt: toShanghai(expiresAt) };
});

/** The region or organisation is there; of an organisation its people are given this role. */
async function insistPlace(call: Call, { role, scope }: Grant): Promise<void> {
  if (scope.kind === 'region') {
    const row = await call.db.selectFrom('region').select('id').where('id', '=', scope.regionId).executeTakeFirst();
    if (!row) throw wrong('scope.regionId', '请重新选择县（市、区）');
  }
  if (scope.kind === 'organisation') {
    const row = await call.db
      .selectFrom('organisation')
      .select(['kind', 'active'])
      .where('id', '=', scope.organisationId)
      .executeTakeFirst();
    if (!row?.active || !fitsKind(row.kind, role)) throw wrong('scope.organisationId', '请重新选择机构');
  }
}
