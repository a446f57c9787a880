import type { Slot } from '../../competition/blueprint';
import { dayMs } from '../../kernel/moment-words';

/** How long a draft begun at the counter waits for its person, in milliseconds; then it is removed (conventions, Who). */
export const counterLifeMs = 7 * dayMs;

/** How long a code stands by which the person takes it over, in milliseconds: as long as one stands at a counter. */
export const counterCodeLifeMs = 15 * 60_000;

/** Drafts that one helper has open: more wait for nobody. */
export const mostCounterDrafts = 30;

/** The form that the person signed, scanned: it stands for the consents that they would tick. */
export const signedFormSlot: Slot = {
  code: 'signed_consent',
  zh: '签字的授权书',
  hintZh: '本人在纸质授权书上签字后，扫描或拍照上传；不要拍身份证',
  kinds: ['pdf', 'jpg', 'jpeg', 'png'],
  maxBytes: 10 * 1024 * 1024,
  neededWhen: 'never',
};

/** Why a code hands nothing over, as it stands beside the field. */
export const counterRefusals = {
  ENTRY_COUNTER_CODE_WRONG: '没有这个确认码，或已过期。请工作人员重新出示',
  ENTRY_COUNTER_OWN: '这是您代填的报名，须由参赛者本人确认',
} as const;

const shown = /[?&]code=(\d{8})(?:[&#]|$)/;

/** The code in what was scanned off the clerk's screen: the address of the page on which it is typed. null: something else was scanned. */
export const counterCodeIn = (text: string): string | null => shown.exec(text)?.[1] ?? null;
