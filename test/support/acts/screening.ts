import type { Hand } from '../hand';

/** Opens an entry's review and takes it on. */
export async function claim(clerk: Hand, entryId: string): Promise<void> {
  await clerk.open('staff/review', { entryId });
  await clerk.tap('claim');
  await clerk.reads('more-moves');
}

/** Marks every section that is on show and not yet marked as in order. */
export async function markAllRight(clerk: Hand): Promise<void> {
  await clerk.reads('section-project');
  await clerk.tapEach('mark-', '-ok');
}

/** Marks one section as faulty, with reasons from the list and words of one's own. */
export async function markFault(clerk: Hand, section: string, codes: readonly string[], words = ''): Promise<void> {
  await clerk.tap(`mark-${section}-fault`);
  for (const code of codes) await clerk.tap(`reasons-${section}-${code}`);
  if (words !== '') await clerk.type(`comment-${section}`, words);
}

/** Looks through all lists and finds nobody in them, in one act. */
export async function recordAllClear(clerk: Hand): Promise<void> {
  await clerk.tap('checks-all-clear');
  await clerk.reads('check-sheet', '四项名单均未列入');
  await clerk.tap('check-save');
  await clerk.reads('checks', '未列入 · ');
}

/** Sends at once what was decided, and waits until it is. */
export async function sendDecision(clerk: Hand): Promise<void> {
  await clerk.reads('decision-bar', '还剩');
  await clerk.tap('decision-make');
  expect(await clerk.answer(true)).toContain('不能再收回');
  await clerk.gone('decision-bar');
}
