import type { DataKey } from '../../platform/crypto/data-key';
import { equality } from '../../platform/crypto/equality';

/** By which a typed code is found without being stored. */
export const codeMark = (code: string, key: DataKey): string => equality(code, 'web-sign-in-code', key);
