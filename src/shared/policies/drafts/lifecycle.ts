import { cityOnly } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import type { PoliciesEvents } from '../events';
import type { PolicyDraftCommand, PolicyDraftState } from './states';
import type { PolicyDraftSubject } from './subject';
import { publishes, readsLibrary } from './who';

const office = () => '市级统筹人员';
const nobody = () => null;

/** A version of a policy while it is written. What comes of it, the published version, is immutable and no case. */
export const policyDraftLifecycle = defineLifecycle<
  PolicyDraftState,
  PolicyDraftCommand,
  PolicyDraftSubject,
  keyof Pick<PoliciesEvents, 'policy.proposed' | 'policy.sentBack' | 'policy.published'>
>()({
  name: 'policy_draft',
  zh: '政策草稿',
  initial: 'draft',
  begins: { silent: '还没有发布，没有人需要知道' },
  side: (draft, caller) => (readsLibrary.decide(caller, draft).ok ? 'staff' : 'outside'),
  states: {
    draft: {
      staff: '草稿',
      public: '未发布',
      tone: 'neutral',
      holder: office,
      waits: 'own',
      live: true,
      editable: true,
    },
    proposed: { staff: '已送签，待发布', public: '未发布', tone: 'warn', holder: office, waits: 'staff', live: true },
    published: { staff: '已发布', public: '已发布', tone: 'pass', holder: nobody, waits: null, final: true },
    discarded: { staff: '已作废', public: '未发布', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    propose: { from: ['draft'], to: 'proposed', label: '送签', by: cityOnly, emits: ['policy.proposed'] },
    sendBack: {
      from: ['proposed'],
      to: 'draft',
      label: '退回修改',
      by: cityOnly,
      asks: ['reason'],
      emits: ['policy.sentBack'],
    },
    publish: {
      from: ['proposed'],
      to: 'published',
      label: '发布',
      by: publishes,
      danger: '生效后所有人都能看到，新符合条件的人会收到通知。发布后不能撤回，要改须再修订。',
      emits: ['policy.published'],
    },
    discard: {
      from: ['draft'],
      to: 'discarded',
      label: '作废草稿',
      by: cityOnly,
      danger: '草稿作废后不能再改，内容留存备查。已发布的版本不受影响。',
      silent: '还没有发布，没有人需要知道',
    },
  },
});

export const isWritable = ({ state }: PolicyDraftSubject): boolean =>
  policyDraftLifecycle.states[state].editable === true;
