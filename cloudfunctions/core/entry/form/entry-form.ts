import { fieldsOf } from '@shared/entry/fields';
import type { SectionName } from '@shared/entry/sections';
import { sealable, sealablePhone } from '@shared/forms/sealing';
import { checkPaperNumber, maskPaperNumber, paperKindOf } from '@shared/kernel/identity-paper';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type FormOwner, sectionClosed } from '../../forms/form-owner';
import { missingConsent } from './consents';
import { isLeader, isOpen } from './editable';
import { papersOf } from './edition-rules';
import type { FormState } from './form-state';
import { mirrorSection } from './mirror-section';

/** The form of an entry, in the sections and under the rules of its edition. */
export const entryForm: FormOwner<SectionName, FormState> = {
  kind: 'entry',
  sections: fieldsOf,
  closed(call, form, section) {
    if (!isOpen(form, section)) return sectionClosed;
    return section === 'declaration' && !isLeader(call, form.head) ? '承诺须由项目负责人本人填写' : null;
  },
  seals: {
    // Judged as a number of the paper that is saved with it.
    'leader.idNumber': (typed, { call, form, answers }) => {
      const kind = paperKindOf(answers.idKind, papersOf(form.rules));
      return sealable(checkPaperNumber(kind, typed, shanghaiDate(call.now)), (plain) => maskPaperNumber(kind, plain));
    },
    'leader.phone': sealablePhone,
  },
  consentFirst: missingConsent,
  beside: mirrorSection,
};
