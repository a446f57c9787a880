import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { audit } from '../../platform/audit/audit';
import { at, json } from '../../platform/schema';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { groupOf, readEditionRules, trackRuns } from '../form/edition-rules';
import { dataOf, readForm } from '../form/form-state';
import { insistVersion } from '../moves';
import { entryOf } from '../subjects';
import { countMoved } from './counts';
import { insistSignUpOpen } from './sign-up';

/** Moves a draft to another contest of the same edition, a track that it runs, and a group; everything typed and sent goes along. */
export const changeContest = procedure(entryContract.changeContest, entryOf, async (call, input, head) => {
  await insistVersion(call, head, input.version, 'ENTRY_STALE');
  if (head.state !== 'draft') throw new Refused('ENTRY_MOVE_NOT_ALLOWED', '项目提交后不能再换县（市、区）');
  const rules = await readEditionRules(call.db, input.contestId);
  if (!rules || rules.editionId !== head.editionId) throw new Refused('NOT_FOUND');
  insistSignUpOpen(rules, call.now);
  if (!trackRuns(rules, input.trackCode)) throw new Refused('ENTRY_TRACK_NOT_HERE');
  const groupCode = input.groupCode ?? head.groupCode;
  if (!groupOf(rules, groupCode)) throw new Refused('ENTRY_NO_SUCH_GROUP');
  const version = head.version + 1;
  await call.db
    .updateTable('entry')
    .set({
      contest_id: rules.contestId,
      region_id: rules.regionId,
      track_code: input.trackCode,
      group_code: groupCode,
      version,
      changed_at: at(call.now),
    })
    .where('id', '=', head.entryId)
    .execute();
  await countMoved(call, 'draft', head, { contestId: rules.contestId, trackCode: input.trackCode });
  const form = await readForm(call, head);
  await call.db
    .updateTable('section')
    .set({
      data: json({
        ...dataOf(form, 'project'),
        trackCode: input.trackCode,
        ...(input.groupCode !== undefined && { groupCode }),
      }),
      version: (form.sections.get('project')?.version ?? 0) + 1,
      saved_at: at(call.now),
      saved_by: me(call),
    })
    .where('subject_id', '=', head.entryId)
    .where('section', '=', 'project')
    .execute();
  await audit(call, `entry:${head.entryId}`, 'entry/changeContest', { from: head.contestId, to: rules.contestId });
  return {
    entryId: head.entryId,
    state: head.state,
    stateZh: entryLifecycle.labelOf(head.state, 'own'),
    version,
  };
});
