import { askedFields, type Field } from '@shared/entry/fields';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import { type Line, linesOf, type Part } from '@shared/forms/lines';
import type { Choice } from '@shared/forms/question';
import { papers } from '@shared/kernel/identity-paper';
import { formatTime, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { currentUploads } from '../../files/current-material';
import { answersOf, maskedOf } from '../../forms/form-rows';
import { freezeForm } from '../../forms/freeze-form';
import type { Call } from '../../rpc/call';
import type { Frozen } from '../search/search-row';
import { askedSlots } from './asked-slots';
import { type EditionRules, papersOf } from './edition-rules';
import type { FormState } from './form-state';
import type { FormVerdict } from './judge-form';
import { memberPhoneField, sealedOwner } from './sealed-owner';

/** What the form says now in words that people read: labels, chosen answers by their names, sealed values masked. */
export function describeForm(form: FormState, sections: readonly SectionName[]): Part<SectionName>[] {
  return sections.map((section) => ({ section, zh: sectionZh[section], lines: linesIn(form, section) }));
}

function linesIn(form: FormState, section: SectionName): Line[] {
  if (section === 'team') return teamLines(form);
  if (section === 'materials') return materialLines(form);
  const papers = papersOf(form.rules);
  const typed = answersOf(form, section);
  // Who is asked for no paper is known by the card.
  const answers = section === 'leader' ? { ...typed, idKind: typed.idKind ?? 'resident_id' } : typed;
  const lines = linesOf(askedFields(section, typed, papers), answers, maskedOf(form, section), (field) =>
    choicesOf(field, form.rules),
  );
  return section === 'declaration' ? [...lines, ...consentLines(form)] : lines;
}

function choicesOf(field: Field, rules: EditionRules): readonly Choice[] {
  switch (field.from) {
    case 'tracks':
      return rules.tracks.map(({ code, zh }) => ({ value: code, zh }));
    case 'groups':
      return rules.blueprint.groups.map(({ code, zh }) => ({ value: code, zh }));
    case 'regions':
      return rules.regions.map(({ id, zh }) => ({ value: id, zh }));
    case 'papers':
      return papersOf(rules).map((kind) => ({ value: kind, zh: papers[kind].zh }));
    case undefined:
      return field.choices ?? [];
  }
}

const dayAndTime = (ms: number) => `${shanghaiDate(ms)} ${formatTime(ms)}`;

const teamLines = (form: FormState): Line[] =>
  form.members.map((m) => ({
    field: m.id,
    label: m.role_zh,
    value: `${m.name}，${m.phone_masked}，${m.consented_at === null ? '尚未确认参赛' : `${dayAndTime(m.consented_at)} 确认参赛`}`,
  }));

const materialLines = (form: FormState): Line[] =>
  askedSlots(form).flatMap(({ code, zh }) => {
    const files = currentUploads(form.uploads, code).map(({ name, version }) => `${name}（第 ${version} 版）`);
    return files.length === 0 ? [] : [{ field: code, label: zh, value: files.join('、') }];
  });

const consentLines = ({ rules, consents }: FormState): Line[] => [
  { field: 'version', label: '承诺书版本', value: rules.blueprint.declaration.version },
  ...rules.blueprint.consents.map(({ kind, zh, version }) => {
    const given = consents.find((c) => c.kind === kind && c.text_version === version);
    return {
      field: `consent.${kind}`,
      label: zh,
      value: given ? `${dayAndTime(given.given_at)} 同意（${version}）` : '不同意',
    };
  }),
];

function currentFiles(form: FormState) {
  return askedSlots(form).flatMap((slot) => {
    return currentUploads(form.uploads, slot.code).map((upload) => ({ slot, upload }));
  });
}

/** Freezes the form as the n-th submission, with its team and their phones; answers what people read of it. */
export async function freeze(
  call: Call,
  form: FormState,
  verdict: FormVerdict,
  { n, reference }: { n: number; reference: string },
): Promise<Frozen> {
  const parts = describeForm(form, verdict.sections);
  const members = form.members.map((m) => ({
    id: m.id,
    name: m.name,
    roleZh: m.role_zh,
    consentedAt: m.consented_at === null ? '' : toShanghai(m.consented_at),
  }));
  await freezeForm(call, sealedOwner(form.subjectId), form, {
    n,
    reference,
    parts,
    files: currentFiles(form),
    alsoSealed: form.members.map((m) => ({
      field: memberPhoneField(m.id),
      sealed: m.phone_sealed,
      masked: m.phone_masked,
      setAt: m.joined_at,
    })),
    also: { members },
  });
  return { parts, members };
}
