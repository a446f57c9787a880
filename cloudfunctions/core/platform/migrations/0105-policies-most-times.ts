import { type Kysely, sql } from 'kysely';

/** By which shipped policy so many of what is counted count at most: until now figures of the code, from now on the policy's own. */
const most = {
  'sx-graduate-rent': { times: 3, unit: 'years' },
  'sx-hiring-reward': { times: 100, unit: 'people' },
  'sx-small-firm-hiring': { times: 100, unit: 'people' },
  'sx-small-firm-post': { times: 3_600, unit: 'personMonths' },
};

/** Every version of these gets the figure that held for it, marked as demonstration; one that has it, or has no figures, stays as it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update policy_version v set definition = v.definition || jsonb_build_object(
      'parameters', v.definition -> 'parameters' || jsonb_build_array(jsonb_build_object('code', 'mostTimes', 'zh', '最多计', 'from', v.effective_from,
        'to', v.effective_to, 'value', (m.value ->> 'times')::int, 'docNo', v.doc_no, 'confidence', 'demonstration')),
      'benefits', v.definition -> 'benefits' || jsonb_build_array(jsonb_build_object('code', 'most', 'zh', '最多计', 'unit', m.value ->> 'unit',
        'param', 'mostTimes')))
    from jsonb_each(${JSON.stringify(most)}::jsonb) m
    where v.code = m.key and jsonb_typeof(v.definition -> 'parameters') = 'array' and jsonb_typeof(v.definition -> 'benefits') = 'array'
      and not v.definition -> 'parameters' @> '[{"code": "mostTimes"}]'`.execute(db);
}
