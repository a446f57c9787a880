import { entryContract } from '@shared/entry/contract';
import { move } from '../../cases/move';
import { amendSection } from '../../forms/put-section';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { boundTo, groupOf, readEditionRules, trackRuns } from '../form/edition-rules';
import { entryNoun } from '../moves';
import { moveSearch } from '../search/keep-search';
import { entryOf } from '../subjects';
import { insistSignUpOpen } from './sign-up';

/** Moves a draft to another contest of the same edition, a track that it runs, and a group; everything typed and sent goes along. */
export const changeContest = procedure(entryContract.changeContest, entryOf, (call, input, head) =>
  move(call, entryNoun, head, { command: 'changeContest', version: input.version }, async () => {
    const found = await readEditionRules(call.db, input.contestId);
    if (!found || found.editionId !== head.editionId) throw new Refused('NOT_FOUND');
    // A late code binds to its contest and track, and is left behind with them.
    const stays = found.contestId === head.contestId;
    const rules = stays ? boundTo(found, head.lateTrack) : found;
    insistSignUpOpen(stays ? head : rules, call.now);
    if (!trackRuns(rules, input.trackCode)) throw new Refused('ENTRY_TRACK_NOT_HERE');
    const groupCode = input.groupCode ?? head.groupCode;
    if (!groupOf(rules, groupCode)) throw new Refused('ENTRY_NO_SUCH_GROUP');
    const { contestId, regionId } = rules;
    const chosen = { trackCode: input.trackCode, ...(input.groupCode !== undefined && { groupCode }) };
    await amendSection(call, { subjectId: head.entryId, section: 'project' }, chosen, 'writer');
    await moveSearch(call.db, head, regionId);
    return {
      set: {
        contest_id: contestId,
        region_id: regionId,
        track_code: input.trackCode,
        group_code: groupCode,
        ...(!stays && { late_until: null, late_code_id: null }),
      },
      details: { from: head.contestId, to: contestId },
    };
  }),
);
