import type { Caller } from '../kernel/actor';
import { anyOf } from '../kernel/define-access';
import type { OfferedMove } from '../kernel/define-lifecycle';
import { entryLifecycle } from './lifecycle';
import type { EntryCommand } from './states';
import type { EntrySubject } from './subject';
import { isDeletable } from './terms/deletable';
import { tookPart } from './terms/taking-back';
import { byHelper, leads } from './who';

/** Deleting leads to no state, so it is no move of the lifecycle; on a page it stands where leaving the contest would. */
const deletion = {
  move: 'deleteDraft' as const,
  label: '删除草稿',
  danger: '填写的内容、上传的材料和团队成员一并删除，不能恢复。团队成员会收到通知。',
  closed: null,
};

type Offered = Pick<OfferedMove<EntryCommand | 'deleteDraft'>, 'move' | 'label' | 'danger' | 'closed'>;

/**
 * The buttons that an entry offers to someone on its team.
 * @param now epoch milliseconds
 */
export function offeredMoves(entry: EntrySubject, caller: Caller, now: number): Offered[] {
  const moves = entryLifecycle
    .movesFor(entry, caller, now)
    // Nobody looks for a way out of what is over.
    .filter(({ move }) => move !== 'withdraw' || !tookPart(entry))
    .map(({ asks: _, ...offered }) => offered);
  if (!isDeletable(entry)) return moves;
  const others = moves.filter(({ move }) => move !== 'withdraw');
  return anyOf(leads, byHelper).decide(caller, entry).ok ? [...others, deletion] : others;
}
