import type { Person } from '../support/person';

/** Opens an entry's review and takes it on. */
export async function claim(clerk: Person, entryId: string): Promise<void> {
  await clerk.open('staff/review', { entryId });
  await clerk.tap('claim');
  await clerk.at('more-moves').waitFor();
}

/** Marks every section that is on show and not yet marked as in order. */
export async function markAllRight(clerk: Person): Promise<void> {
  await clerk.at('section-project').waitFor();
  for (const panel of await clerk.page.locator('[id^="mark-"][id$="-ok"]').filter({ visible: true }).all()) {
    await panel.tap();
  }
}

/** Marks one section as faulty, with reasons from the list and words of one's own. */
export async function markFault(clerk: Person, section: string, codes: readonly string[], words = ''): Promise<void> {
  await clerk.tap(`mark-${section}-fault`);
  for (const code of codes) await clerk.tap(`reasons-${section}-${code}`);
  if (words !== '') await clerk.type(`comment-${section}`, words);
}
