import type { Slot } from './blueprint';

/** Said where a slot is asked for whose file is renewed after the entry was sent in, so that nobody waits for it; null of any other. */
export const renewalZh = ({ lockHours }: Pick<Slot, 'lockHours'>): string | null =>
  lockHours === undefined ? null : `提交后还可以更换，路演前 ${lockHours} 小时锁定`;
