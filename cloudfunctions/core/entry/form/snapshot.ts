import { askedFields, type Field, keyGroups } from '@shared/entry/fields';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import { papers } from '@shared/kernel/identity-paper';
import { formatTime, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { currentUploads } from '../../files/current-material';
import { freezeUploads } from '../../files/freeze-uploads';
import { freezeSealed } from '../../forms/sealed-values';
import { takeSnapshot } from '../../forms/snapshots';
import type { EntrySnapshot } from '../../platform/schema/forms';
import type { Call } from '../../rpc/call';
import { askedSlots } from './asked-slots';
import { type EditionRules, papersOf } from './edition-rules';
import { dataOf, type FormState } from './form-state';
import type { FormVerdict } from './judge-form';
import { memberPhoneField, sealedOwner } from './sealed-owner';

export type Line = EntrySnapshot['parts'][number]['lines'][number];

/** What the form says now in words that people read: labels, chosen answers by their names, sealed values masked. */
export function describeForm(form: FormState, sections: readonly SectionName[]): EntrySnapshot['parts'] {
  return sections.map((section) => ({ section, zh: sectionZh[section], lines: linesOf(form, section) }));
}

function linesOf(form: FormState, section: SectionName): Line[] {
  if (section === 'team') return teamLines(form);
  if (section === 'materials') return materialLines(form);
  const data = dataOf(form, section);
  const lines = askedFields(section, data, papersOf(form.rules)).map((field) => ({
    field: field.name,
    label: field.zh,
    value:
      field.input === 'sealed'
        ? (form.sealed.get(`${section}.${field.name}`)?.masked ?? '')
        : wordsOf(field, data[field.name] ?? (field.from === 'papers' ? 'resident_id' : null), form.rules),
  }));
  return section === 'declaration' ? [...lines, ...consentLines(form)] : lines;
}

function wordsOf(field: Field, value: string | number | boolean | null | undefined, rules: EditionRules): string {
  if (field.input === 'switch') return value === true ? '是' : '否';
  if (value === undefined || value === null) return '';
  const choice = choicesOf(field, rules).find((c) => c.value === value);
  return choice?.zh ?? String(value).trim();
}

function choicesOf(field: Field, rules: EditionRules): ReadonlyArray<{ value: string; zh: string }> {
  switch (field.from) {
    case 'tracks':
      return rules.tracks.map(({ code, zh }) => ({ value: code, zh }));
    case 'groups':
      return rules.blueprint.groups.map(({ code, zh }) => ({ value: code, zh }));
    case 'regions':
      return rules.regions.map(({ id, zh }) => ({ value: id, zh }));
    case 'papers':
      return papersOf(rules).map((kind) => ({ value: kind, zh: papers[kind].zh }));
    case 'keyGroups':
      return keyGroups;
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

/**
 * Freezes the form as the n-th submission: readable, masked, with the SHA-256 of its canonical JSON; the files that stand in it, and
 * a copy of its sealed values. Nothing that happens later changes it, but that sealed values go when they may be kept no longer.
 */
export async function freeze(
  call: Call,
  form: FormState,
  verdict: FormVerdict,
  { n, reference }: { n: number; reference: string },
): Promise<void> {
  const { entryId } = form.head;
  const files = currentFiles(form);
  const data: EntrySnapshot = {
    parts: describeForm(form, verdict.sections),
    files: files.map(({ slot, upload }) => ({
      uploadId: upload.id,
      slot: slot.code,
      slotZh: slot.zh,
      name: upload.name,
      size: upload.size ?? upload.declared_size,
      sha256: upload.sha256 ?? '',
      version: upload.version,
    })),
    members: form.members.map((m) => ({
      name: m.name,
      roleZh: m.role_zh,
      consentedAt: m.consented_at === null ? '' : toShanghai(m.consented_at),
    })),
  };
  await takeSnapshot(call, entryId, { n, reference, data });
  await freezeUploads(
    call,
    files.map(({ upload }) => upload),
    n,
  );
  await freezeSealed(call, sealedOwner(entryId), n, [
    ...[...form.sealed].map(([field, value]) => ({ field, ...value })),
    ...form.members.map((m) => ({
      field: memberPhoneField(m.id),
      sealed: m.phone_sealed,
      masked: m.phone_masked,
      setAt: m.joined_at,
    })),
  ]);
}
