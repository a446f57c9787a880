import { cityOnly } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import type { CompetitionEvents } from '../events';
import type { EditionState } from './states';

type EditionCommand = 'publish' | 'end';

const organiser = () => '大赛组委会';
const nobody = () => null;

/**
 * An edition has states and is no case of `cases/move`: its id is a word that people know (`LF-XH-2026`), not a subject's, and it is moved by its
 * publishing alone, which ends the one before (`editions/publish-edition`). `live`: the one that runs.
 */
export const editionLifecycle = defineLifecycle<
  EditionState,
  EditionCommand,
  { state: EditionState },
  keyof Pick<CompetitionEvents, 'edition.published'>
>()({
  name: 'edition',
  zh: '届次',
  initial: 'draft',
  begins: { silent: '正在筹备，发布时告知' },
  side: (edition, caller) => (cityOnly.decide(caller, edition).ok ? 'staff' : 'outside'),
  states: {
    draft: { staff: '未发布', public: '未发布', tone: 'neutral', holder: organiser, waits: null, editable: true },
    current: {
      staff: '进行中',
      public: '进行中',
      tone: 'pass',
      holder: organiser,
      waits: null,
      live: true,
      editable: true,
    },
    past: { staff: '往届', public: '往届', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    publish: { from: ['draft'], to: 'current', label: '发布', by: cityOnly, emits: ['edition.published'] },
    end: {
      from: ['current'],
      to: 'past',
      label: '结束',
      by: cityOnly,
      danger: '发布新一届后，这一届成为往届，内容不能再改。',
      silent: '随新一届的发布结束，新一届发布时一并告知',
    },
  },
});
