import type { memberView } from '@shared/entry/views/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import type { Call } from '../../rpc/call';
import type { MemberRow } from '../form/form-state';

export type MemberView = (typeof memberView)['_zod']['output'];

export const presentMember = (call: Call, member: MemberRow): MemberView => ({
  memberId: member.id,
  personId: member.person_id,
  name: member.name,
  roleZh: member.role_zh,
  phoneMasked: member.phone_masked,
  access: member.access,
  consentedAt: member.consented_at === null ? null : toShanghai(member.consented_at),
  isMe: member.person_id === call.actor?.personId,
});
