import { empties, hands, ofThings, type Personal } from '../platform/personal/personal';

/** The timeline of whatever is somebody's own. */
export const casesPersonal: Personal = {
  tables: [
    {
      table: 'move',
      persons: ['by_person'],
      handed: hands(
        '办理过程',
        'move',
        { at: '时间', move: '办理', to_state: '之后的状态', reason: '说明' },
        ofThings('subject_id'),
        'at',
      ),
      // That and when something was done stays, by an id; what was said of it goes.
      erased: empties('move', { reason: null }, ofThings('subject_id')),
    },
  ],
};
