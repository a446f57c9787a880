import type { DataKeys } from '../crypto/data-key';
import { deriveKey } from '../crypto/derive-key';
import { type AddressVerdict, signAddress, verifyAddress } from './signed-address';

/** How long a begun transfer may take until its bytes begin to arrive, in milliseconds. */
export const uploadTokenLifeMs = 60 * 60 * 1000;

const purpose = 'upload-token';

/**
 * The token that lets one person send the bytes of one upload to our own endpoint, for an hour from `now` (milliseconds).
 * It is used up when the upload's row leaves `sending`; the token itself carries no state.
 */
export function makeUploadToken(upload: { uploadId: string; personId: string; now: number }, keys: DataKeys): string {
  const { uploadId, personId, now } = upload;
  return signAddress({ uploadId, personId, expiresAt: now + uploadTokenLifeMs }, deriveKey(keys[0], purpose));
}

/**
 * Checks a token at `now` (milliseconds). A genuine one for another upload is ADDRESS_INVALID too.
 * The answered `personId` is the one who began the upload.
 */
export function verifyUploadToken(token: string, uploadId: string, now: number, keys: DataKeys): AddressVerdict {
  let verdict: AddressVerdict = invalid;
  for (const key of keys) {
    verdict = verifyAddress(token, now, deriveKey(key, purpose));
    if (verdict.ok || verdict.code === 'ADDRESS_EXPIRED') break;
  }
  return verdict.ok && verdict.uploadId !== uploadId ? invalid : verdict;
}

const invalid: AddressVerdict = { ok: false, code: 'ADDRESS_INVALID', message: '上传凭证无效，请重新选择文件上传。' };
