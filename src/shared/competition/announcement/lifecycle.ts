import { defineLifecycle } from '../../kernel/define-lifecycle';
import { refuse } from '../../kernel/result';
import type { CompetitionEvents } from '../events';
import type { AnnouncementCommand, AnnouncementState } from './states';
import type { AnnouncementSubject } from './subject';
import { changesKept, readsKept } from './who';

const office = () => '大赛组委会';
const nobody = () => null;

const ended = ({ ofCurrentEdition }: AnnouncementSubject) =>
  ofCurrentEdition ? null : refuse('ANNOUNCEMENT_EDITION_OVER', '往届的公告不能再改');

export const announcementLifecycle = defineLifecycle<
  AnnouncementState,
  AnnouncementCommand,
  AnnouncementSubject,
  keyof Pick<CompetitionEvents, 'announcement.published'>
>()({
  name: 'announcement',
  zh: '公告',
  initial: 'draft',
  begins: { silent: '还没有发布，没有人需要知道' },
  side: (announcement, caller) => (readsKept.decide(caller, announcement).ok ? 'staff' : 'outside'),
  states: {
    draft: { staff: '草稿', public: '未发布', tone: 'neutral', holder: office, waits: null, editable: true },
    published: { staff: '已发布', public: '已发布', tone: 'pass', holder: nobody, waits: null, live: true },
    withdrawn: { staff: '已撤回', public: '已撤回', tone: 'warn', holder: nobody, waits: null, editable: true },
  },
  moves: {
    edit: {
      from: ['draft', 'withdrawn'],
      to: ({ state }) => state,
      toOneOf: ['draft', 'withdrawn'],
      label: '保存',
      by: changesKept,
      when: ended,
      silent: '还没有发布，没有人需要知道',
      quiet: true,
    },
    publish: {
      from: ['draft', 'withdrawn'],
      to: 'published',
      label: '发布',
      by: changesKept,
      when: ended,
      danger: ({ regionZh }) =>
        `首页和${regionZh === null ? '各县（市、区）' : regionZh}赛场页马上显示这个公告，${regionZh ?? '全市'}参赛者和工作人员会收到通知。`,
      toldAs: '发布公告',
      emits: ['announcement.published'],
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      label: '撤回',
      by: changesKept,
      danger: '撤回后页面不再显示这个公告，已收到的通知不会消失。可以修改后重新发布。',
      toldAs: '撤回公告',
      silent: '公告撤回后不再显示，已读的人不用另行知道',
    },
  },
});
