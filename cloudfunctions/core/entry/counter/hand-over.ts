import { entryContract } from '@shared/entry/contract';
import { counterCodeLifeMs, signedFormSlot } from '@shared/entry/counter/counter';
import { recordedDayProblem } from '@shared/entry/terms/recorded-day';
import { toShanghai } from '@shared/kernel/shanghai';
import { webCodeDigits, webCodeZh } from '@shared/people/web-sign-in';
import { sql } from 'kysely';
import { currentUploads } from '../../files/current-material';
import { settlePaperConsents } from '../../forms/consents';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readForm } from '../form/form-state';
import { judgeForm } from '../form/judge-form';
import { sealedOwner } from '../form/sealed-owner';
import { entryOf } from '../subjects';
import { titleOf } from '../views/title-of';
import { counterMark, counterRows } from './counter-rows';

/** How far a counter draft is, for its helper, who is about to hand it over. */
export const counterDraft = procedure(entryContract.counterDraft, entryOf, async (call, { entryId }, head) => {
  const form = await readForm(call, head);
  const { sections, problems } = judgeForm(call, form);
  const [row] = await counterRows(call, sql`n.entry_id = ${entryId}`);
  if (!row) throw new Refused('NOT_FOUND');
  const [upload] = currentUploads(form.uploads, signedFormSlot.code);
  const left = sections.filter(
    (section) => section !== 'declaration' && Object.keys(problems[section] ?? {}).length > 0,
  );
  return {
    entryId,
    title: titleOf(row.title),
    nameZh: row.nameZh,
    regionZh: row.regionZh,
    endsAt: toShanghai(row.endsAt),
    left: left.length,
    consents: form.rules.blueprint.consents.map(({ kind, zh, bodyZh, required }) => ({ kind, zh, bodyZh, required })),
    file: upload ? { uploadId: upload.id, name: upload.name } : null,
    signed: row.signedBy !== null && row.signedOn !== null ? { by: row.signedBy, on: row.signedOn } : null,
  };
});

/** A code that is read out or typed off the clerk's screen, for a quarter of an hour; the one before is void. */
export const showCounterCode = procedure(entryContract.showCounterCode, entryOf, async (call, { entryId }) => {
  const code = drawDigits(call);
  const endsAt = call.now + counterCodeLifeMs;
  await call.db
    .updateTable('counter_entry')
    .set({ code_mark: counterMark(code, call.home.equalityKey), code_ends_at: at(endsAt) })
    .where('entry_id', '=', entryId)
    .execute();
  await audit(call, `entry:${entryId}`, 'entry/showCounterCode', {});
  return { code: webCodeZh(code), endsAt: toShanghai(endsAt) };
});

/** As likely as any other of a hundred million, but for what nobody could use. */
function drawDigits(call: Call): string {
  const drawn = Buffer.from(call.home.random(8)).readBigUInt64BE(0) % BigInt(10 ** webCodeDigits);
  return String(drawn).padStart(webCodeDigits, '0');
}

/**
 * Writes down what the person signed on paper: staff never tick a consent, they keep the scan of what was signed and say by whom. It stands for the
 * consents named there, so that numbers may be kept from then on.
 */
export const recordSignedForm = procedure(entryContract.recordSignedForm, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  const [upload] = currentUploads(form.uploads, signedFormSlot.code);
  if (!upload) throw wrong('file', '请先上传签字的授权书');
  const wrongDay = recordedDayProblem(head, input.signedOn, '签字日期', call.now);
  if (wrongDay !== null) throw wrong('signedOn', wrongDay);
  await settlePaperConsents(call, sealedOwner(head.entryId), {
    texts: form.rules.blueprint.consents.filter(({ required }) => required || input.publicDisplay),
    consents: form.consents,
  });
  await call.db
    .updateTable('counter_entry')
    .set({ signed_by: input.signedBy, signed_on: input.signedOn, signed_at: at(call.now) })
    .where('entry_id', '=', head.entryId)
    .execute();
  const kept = { uploadId: upload.id, signedOn: input.signedOn };
  await audit(call, `entry:${head.entryId}`, 'entry/recordSignedForm', kept);
  return { ok: true as const };
});

const wrong = (field: string, sentence: string) =>
  new Refused('ENTRY_SIGNED_FORM_WRONG', undefined, { [field]: sentence });
