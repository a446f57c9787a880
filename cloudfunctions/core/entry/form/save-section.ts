import { entryContract } from '@shared/entry/contract';
import { fieldsOf } from '@shared/entry/fields';
import type { SectionName } from '@shared/entry/sections';
import { keptSection, unkeepable } from '@shared/forms/kept-section';
import { checkPaperNumber, maskPaperNumber, paperKindOf } from '@shared/kernel/identity-paper';
import { checkPhone, maskPhone } from '@shared/kernel/phone';
import type { Result } from '@shared/kernel/result';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import { putSealed } from '../../forms/sealed-values';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused, wrongFields } from '../../rpc/refused';
import { entryOf } from '../subjects';
import { isLeader, presentSection } from '../views/present-entry';
import { insistConsent } from './consents';
import { isOpen } from './editable';
import { papersOf } from './edition-rules';
import { type FormState, readForm, type SectionRow } from './form-state';
import { judgeForm } from './judge-form';
import { putSection } from './mirror-section';
import { sealedOwner } from './sealed-owner';

type Sealed = { idNumber?: string; phone?: string };

/** Parts that hold words; team and materials live in rows of their own. */
const written: readonly SectionName[] = ['project', 'leader', 'entity', 'jobs', 'declaration'];

/** Keeps what was typed, finished or not, and says what is still missing. A stale write changes nothing. */
export const saveSection = procedure(entryContract.saveSection, entryOf, async (call, input, head) => {
  const { section, version } = input;
  const before = await readForm(call, head);
  insistOpen(call, before, section);
  if (version !== (before.sections.get(section)?.version ?? 0)) {
    throw new Refused(
      'CASE_STALE',
      undefined,
      undefined,
      presentSection(call, before, judgeForm(call, before), section),
    );
  }
  const data = keptSection(section, keptFields(section, input.data));
  const wrong = unkeepable(section, data);
  if (Object.keys(wrong).length > 0) throw new Refused(textHasIdNumber, undefined, wrong);
  const sealed = await keepSealed(call, before, section, data, input.sealed ?? {});
  const row = { data, version: version + 1, savedAt: call.now, savedByZh: before.readerZh ?? '' };
  const saved = await putSection(call, before, section, row);
  await audit(call, `entry:${head.entryId}`, 'entry/saveSection', {
    section,
    version: version + 1,
    sealed: Object.keys(input.sealed ?? {}),
  });
  // What was read under the entry's lock, with what was written since: it is not read a second time.
  const form = { ...before, head: saved, sealed, sections: new Map(before.sections).set(section, row) };
  return presentSection(call, form, judgeForm(call, form), section);
});

function insistOpen(call: Call, form: FormState, section: SectionName): void {
  if (!written.includes(section) || !isOpen(form, section)) throw new Refused('ENTRY_SECTION_CLOSED');
  if (section === 'declaration' && !isLeader(call, form.head)) {
    throw new Refused('ENTRY_SECTION_CLOSED', '承诺须由项目负责人本人填写');
  }
}

/** The section's own fields, and never a sealed one: an ID number sent as plain text is not kept. */
function keptFields(section: SectionName, data: SectionRow['data']): SectionRow['data'] {
  const plain = fieldsOf[section].filter(({ input }) => input !== 'sealed').map(({ name }) => name);
  return Object.fromEntries(Object.entries(data).filter(([name]) => plain.includes(name)));
}

async function keepSealed(
  call: Call,
  form: FormState,
  section: SectionName,
  data: SectionRow['data'],
  sealed: Sealed,
): Promise<FormState['sealed']> {
  if (section !== 'leader') return form.sealed;
  insistConsent(form, Object.keys(sealed));
  const { head, rules } = form;
  const fields: Record<string, string> = {};
  const values: Array<{ field: string; plain: string; masked: string }> = [];
  const take = (field: keyof Sealed, checked: Result<string>, mask: (plain: string) => string) => {
    if (checked.ok) values.push({ field, plain: checked.value, masked: mask(checked.value) });
    else fields[field] = checked.message;
  };
  if (sealed.idNumber !== undefined) {
    const kind = paperKindOf(data.idKind, papersOf(rules));
    const checked = checkPaperNumber(kind, sealed.idNumber, shanghaiDate(call.now));
    take('idNumber', checked, (plain) => maskPaperNumber(kind, plain));
  }
  if (sealed.phone !== undefined) take('phone', checkPhone(sealed.phone), maskPhone);
  if (Object.keys(fields).length > 0) throw wrongFields('ENTRY_FIELD_WRONG', fields);
  const kept = new Map(form.sealed);
  for (const { field, ...value } of values) {
    const name = `leader.${field}`;
    kept.set(name, await putSealed(call, sealedOwner(head.entryId), name, value));
  }
  return kept;
}
