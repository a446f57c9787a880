import type { Part } from '@shared/forms/lines';
import { freezeUploads } from '../files/freeze-uploads';
import type { UploadRow } from '../files/upload-rows';
import type { Call } from '../rpc/call';
import type { FormRows } from './form-rows';
import { freezeSealed, type LiveValue, type Owner } from './sealed-values';
import { takeSnapshot } from './snapshots';

/** A form as it is handed in for the n-th time. */
export type Submission = {
  n: number;
  /** Under which number people find it. */
  reference: string;
  /** What it says, in words. */
  parts: Part[];
  files?: ReadonlyArray<{ slot: { code: string; zh: string }; upload: UploadRow }>;
  /** Sealed values that stand in other rows of the subject. */
  alsoSealed?: readonly LiveValue[];
  /** What the area keeps beside. */
  also?: Readonly<Record<string, unknown>>;
};

/**
 * Freezes a form: readable, masked, with the SHA-256 of its canonical JSON; the files that stand in it, and a copy of its sealed values.
 * Nothing that happens later changes it, but that sealed values go when they may be kept no longer.
 */
export async function freezeForm(
  call: Call,
  owner: Owner,
  { sealed }: Pick<FormRows, 'sealed'>,
  { n, reference, parts, files = [], alsoSealed = [], also }: Submission,
): Promise<void> {
  const frozen = files.map(({ slot, upload }) => ({
    uploadId: upload.id,
    slot: slot.code,
    slotZh: slot.zh,
    name: upload.name,
    size: upload.size ?? upload.declared_size,
    sha256: upload.sha256 ?? '',
    version: upload.version,
  }));
  await takeSnapshot(call, owner.id, { n, reference, data: { parts, files: frozen, ...also } });
  await freezeUploads(
    call,
    files.map(({ upload }) => upload),
    n,
  );
  await freezeSealed(call, owner, n, [...[...sealed].map(([field, value]) => ({ field, ...value })), ...alsoSealed]);
}
