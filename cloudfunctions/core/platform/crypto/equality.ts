import { createHmac } from 'node:crypto';
import type { DataKey } from './data-key';
import { deriveKey } from './derive-key';

/**
 * A value's fingerprint for the column that finds equal values without storing them: HMAC-SHA-256, 64 hex digits.
 *
 * `field` (such as `person:id-number`) is part of the key, so equal values of two columns cannot be linked.
 * The value must come in its one spelling (an ID number with a capital X, a phone number without blanks).
 * `key` is the installation's equality key, which stays when the sealing keys change: under another one no column would be found again.
 */
export function equality(value: string, field: string, key: DataKey): string {
  return createHmac('sha256', deriveKey(key, `equality:${field}`))
    .update(value, 'utf8')
    .digest('hex');
}
