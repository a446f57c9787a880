import type { Browser } from 'playwright-core';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { borrowBrowser, giveBackBrowser } from '../support/browser';
import { freshPerson } from '../support/entry-factory';
import { opensFirst } from '../support/hand';
import { meet, type Person } from '../support/person';
import { type Product, type Start, startProduct } from '../support/product';
import type { WalkHome } from '../support/walks/home';

export type Stage = {
  readonly product: Product;
  readonly browser: Browser;
  /** The persona's phone, the same one throughout the file. */
  person(persona: string): Promise<Person>;
  /** A phone of one's own, closed with the stage: a visitor's, a newcomer's (`new`), who has just signed in through the picker, or a persona's, who has before. */
  phone(persona?: string): Promise<Person>;
  /** Somebody who has come by now, and is nothing else. */
  fresh(): Promise<{ hand: Person; id: string }>;
  /** The id of the person who is signed in on a phone. */
  whoHolds(person: Person): Promise<string>;
  /** The entry's row as it stands. */
  entry(entryId: string): ReturnType<typeof readEntry>;
  /** This stage as a home for walks. */
  readonly home: WalkHome;
};

const readEntry = (product: Product, entryId: string) =>
  product.db.selectFrom('entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();

/** One product and one browser for a file of journeys, in the demo unless told. After each journey neither the server nor a page may have failed. */
export function setStage(start: Partial<Start> = {}): Stage {
  jest.setTimeout(90_000);
  let product: Product | undefined;
  let browser: Browser | undefined;
  const known = new Map<string, Promise<Person>>();
  const held: Person[] = [];
  const broken: string[] = [];
  const up = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The stage stands only inside a test.');
    return part;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ seed: 'basics', ...start }), borrowBrowser()]);
  });
  afterEach(() => {
    const faults = [...up(product).faults.map((fault) => JSON.stringify(fault)), ...broken.splice(0)];
    up(product).faults.length = 0;
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    for (const person of held) await person.leave();
    await giveBackBrowser();
    await product?.close();
  });

  const phone = async (persona?: string): Promise<Person> => {
    if (persona !== undefined && persona !== 'new') return phoneOf(personaId(persona));
    const person = await meet(up(browser), up(product), persona);
    held.push(person);
    person.page.on('pageerror', (error) => void broken.push(`${person.page.url()}: ${error.stack ?? error.message}`));
    return person;
  };
  /** As somebody who has signed in before: what the picker does is shown by newcomers, and costs a second. */
  const phoneOf = async (personId: string): Promise<Person> => {
    const person = await phone();
    const { db, clock, home } = up(product);
    await person.firstRuns(
      (token: string) => {
        if (window.sessionStorage.getItem('begun') !== null) return;
        window.sessionStorage.setItem('begun', 'yes');
        window.localStorage.setItem('xinghuo-session', JSON.stringify({ data: token }));
      },
      await openSession(db, personId, clock.now(), home.random),
    );
    return opensFirst(person, ['at']);
  };
  const person = (persona: string): Promise<Person> => {
    const one = known.get(persona) ?? phone(persona);
    known.set(persona, one);
    return one;
  };
  const whoHolds = async (person: Person): Promise<string> => {
    const kept = await person.page.evaluate(() => window.localStorage.getItem('xinghuo-session'));
    const { data: token } = JSON.parse(kept ?? '{}') as { data: string };
    const credential = { kind: 'session', token } as const;
    const { body } = await up(product).serve({ path: 'people/me', input: {}, key: null, credential, caller: 'test' });
    if (!body.ok) throw new Error(JSON.stringify(body.error));
    return (body.data as { personId: string }).personId;
  };
  const fresh = async () => {
    const id = await freshPerson(up(product));
    return { hand: await phoneOf(id), id };
  };
  return {
    get product() {
      return up(product);
    },
    get browser() {
      return up(browser);
    },
    phone,
    person,
    fresh,
    whoHolds,
    entry: (entryId) => readEntry(up(product), entryId),
    get home() {
      const server = up(product);
      return { server, person, fresh, due: server.told, setClock: server.setClock };
    },
  };
}
