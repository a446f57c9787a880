import { type PaperKind, paperIdentity } from '@shared/kernel/identity-paper';
import { equality } from '../../platform/crypto/equality';
import type { Call } from '../../rpc/call';

/** By what a leader is known again without the number being kept: the column `entry.leader_id_eq` (rules §2.2 ONE_TRACK). */
export const leaderFingerprint = (call: Call, kind: PaperKind, number: string): string =>
  equality(paperIdentity(kind, number), 'entry:leader.idNumber', call.home.equalityKey);
