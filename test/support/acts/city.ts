/** How a city comes to hold a competition, with whichever build in hand. */
import type { Values } from '../../../src/shared/competition/edition/values';
import { type PartName, partNames } from '../../../src/shared/competition/parts';
import type { Role } from '../../../src/shared/kernel/actor';
import { cityWords } from '../editions';
import type { Hand } from '../hand';

/** Under which id a place of an edition's part stands on its page. */
const idOf = (place: string) => `field-${place.replace(/[./]/g, '-')}`;
const words = cityWords as Record<string, Record<string, string>>;

/** The days of the edition that is made, around the tests' clock. */
const days = {
  signUp: ['2026-11-20', '2026-12-20'],
  screening: ['2026-11-20', '2026-12-31'],
  judging: ['2027-01-04', '2027-01-24'],
} as const;

/** What only the city knows of each part of the national starting blueprint. */
const fills: Readonly<Record<string, (city: Hand) => Promise<void>>> = {
  async basics(city) {
    await city.type(idOf('organiser.nameZh'), words.basics?.['organiser.nameZh'] ?? '');
    await city.day(idOf('cutoffDate'), words.basics?.cutoffDate ?? '');
  },
  async consents(city) {
    await city.tap('item-sensitive');
    await city.type(idOf('consents/sensitive/bodyZh'), words.consents?.['consents/sensitive/bodyZh'] ?? '');
  },
  clocks: (city) => city.choose(idOf('signatures'), '每个决定都需要'),
  async reasons(city) {
    await city.tap('item-dishonestDebtor');
    await city.tap(idOf('checks/dishonestDebtor/required'));
  },
  async phases(city) {
    for (const [phase, [first, last]] of Object.entries(days)) {
      await city.tap(`item-${phase}`);
      await city.day(idOf(`phases/${phase}/opensAt`), first);
      await city.day(idOf(`phases/${phase}/closesAt`), last);
    }
  },
};

/** The same as it is typed, for parts that are filled in by calls. */
const typed: Readonly<Partial<Record<PartName, Values>>> = {
  consents: words.consents,
  clocks: { signatures: 'all' },
  reasons: { 'checks/dishonestDebtor/required': true },
  phases: Object.fromEntries(
    Object.entries(days).flatMap(([phase, [first, last]]) => [
      [`phases/${phase}/opensAt`, first],
      [`phases/${phase}/closesAt`, last],
    ]),
  ),
};

/** Calls as the city. */
export type CityCalls = <T>(path: string, input: object) => Promise<T>;
type Part = { version: number; data: Values };

/**
 * From 我的 to a draft of which every part was seen and confirmed; approval waits for a list, every decision for a signature. Answers its id.
 * @param others fills in and confirms all parts after the first; by hand where it is left out
 */
export async function prepareEdition(city: Hand, others?: CityCalls): Promise<string> {
  await city.tap('editions');
  await city.sees('现在没有进行中的大赛');
  await city.tap('make-edition');
  await city.tap('from-national');
  await city.arrives('staff/edition');
  await city.sees('还有 12 项要看过并确认', '还没有填联系电话');
  const editionId = await city.param('editionId');
  const [first] = partNames;
  for (const part of others ? [first] : partNames) {
    await city.tap(`part-${part}`);
    await city.arrives('staff/edition-part');
    await fills[part]?.(city);
    await city.reads('confirm-part', '确认这一部分');
    await city.tap('confirm-part');
    await city.arrives('staff/edition');
    await city.reads(`part-${part}`, '已确认');
  }
  if (others) await confirmParts(others, editionId, partNames.slice(1));
  return editionId;
}

async function confirmParts(ask: CityCalls, editionId: string, names: readonly PartName[]): Promise<void> {
  for (const part of names) {
    const seen = await ask<Part>('competition/editionPart', { editionId, part });
    const data = { ...seen.data, ...typed[part] };
    const { version } = typed[part]
      ? await ask<Part>('competition/savePart', { editionId, part, version: seen.version, data })
      : seen;
    await ask('competition/confirmPart', { editionId, part, version });
  }
}

/** From a page of the edition to one that everybody sees. */
export async function publish(city: Hand, editionId: string): Promise<void> {
  await city.open('staff/edition', { editionId });
  await city.reads('publish', '发布');
  await city.tap('publish');
  expect(await city.answer(true)).toContain('发布后所有人都能看到');
  await city.sees('正在进行');
}

/** Makes a code for a post, where there is a choice in a place; answers it. */
export async function invite(by: Hand, post: string, place: string | null = null): Promise<string> {
  await by.open('me');
  await by.tap('grants');
  await by.tap('make-code');
  await by.arrives('staff/grant-code');
  await by.choose('field-role', post);
  if (place !== null) await by.choose('field-scope', place);
  await by.tap('make');
  const code = await by.reads('made-code');
  expect(code).toMatch(/^[34679A-Y]{5}-[34679A-Y]{5}$/);
  return code;
}

/** The same by a call, where the page that makes codes has been proved. */
export async function inviteByCall(ask: CityCalls, role: Role, regionId: string | null): Promise<string> {
  const scope = regionId === null ? { kind: 'all' } : { kind: 'region', regionId };
  const made = await ask<{ code: string }>('people/makeGrantCode', {
    role,
    scope,
    note: '',
    uses: 1,
    days: '3',
    endsOn: null,
  });
  return made.code;
}

/** From 我的: types a code as people do, and is what it says. */
export async function typeCode(person: Hand, code: string, name: string, post: string): Promise<void> {
  await person.tap('use-code');
  await person.arrives('account/code');
  await person.type('field-code', code.toLowerCase().replace('-', ' '));
  await person.type('field-name', name);
  await person.tap('send-code');
  await person.sees(`您已成为${post}`);
}
