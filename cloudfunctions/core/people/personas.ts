import { type Role, roles } from '@shared/kernel/actor';
import { peopleContract } from '@shared/people/contract';
import { noSubject, procedure } from '../rpc/procedure';

const entrantWords: Record<string, string> = {
  'entrant-new': '还没有项目，从头报名',
  'entrant-returned': '蒲县的项目被退回，需要补正',
  member: '受邀加入别人的项目',
  'winner-first': '2025 年蒲县一等奖，已办公司',
  'winner-third': '2025 年尧都区三等奖，还没办营业执照',
  'winner-refused': '2025 年蒲县三等奖，不属于重点群体',
};

/** The demo's people as they stand in the database, and “新用户”, which makes a fresh one. */
export const personas = procedure(peopleContract.personas, noSubject, async (call) => {
  const rows = await call.db
    .selectFrom('person as p')
    .leftJoin('role_grant as g', 'g.person_id', 'p.id')
    .leftJoin('region as r', 'r.id', 'g.region_id')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select(['p.persona', 'p.display_name', 'g.role', 'r.name_zh', 'o.name_zh as organisation_zh'])
    .where('p.persona', 'is not', null)
    .orderBy('p.id')
    .orderBy('g.id', 'desc')
    .execute();
  const seen = new Map<string, { persona: string; nameZh: string; aboutZh: string }>();
  for (const row of rows) {
    const persona = row.persona ?? '';
    if (seen.has(persona)) continue;
    const about = row.role
      ? `${row.name_zh ?? row.organisation_zh ?? ''}${row.organisation_zh === null ? '' : '，'}${roles[row.role as Role].personaZh ?? ''}`
      : (entrantWords[persona] ?? roles.entrant.personaZh ?? '');
    seen.set(persona, { persona, nameZh: row.display_name, aboutZh: about });
  }
  return {
    personas: [{ persona: 'new', nameZh: '新用户', aboutZh: '每次登录都是一个全新的参赛者' }, ...seen.values()],
  };
});
