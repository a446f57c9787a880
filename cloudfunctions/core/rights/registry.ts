import type { ConsentHolder } from '../forms/consent-holder';
import type { Db } from '../platform/db';
import type { OwnThing, Person, Personal } from '../platform/personal/personal';
import type { Call } from '../rpc/call';

/** What all rooms know of persons, in the order in which it is handed out and erased. */
export type Registry = {
  readonly rooms: ReadonlyArray<{
    readonly name: string;
    readonly personal: Personal;
    /** The tables of its nouns, in which something waits or is over. */
    readonly nouns: readonly string[];
  }>;
  readonly personal: readonly Personal[];
  readonly holders: readonly ConsentHolder[];
};

export type Kept = { ids: ReadonlySet<string>; whyZh: readonly string[] };

/** A person with all that is their own in every area. */
export async function personWith(db: Db, { personal }: Registry, personId: string): Promise<Person> {
  const things: OwnThing[] = [];
  for (const { things: own } of personal) if (own) things.push(...(await own(db, personId)));
  const ids = things.map(({ id }) => id);
  for (const { hangs } of personal) if (hangs) things.push(...(await hangs(db, ids)));
  return { personId, things };
}

/** Of which things a record stays, and why. */
export async function keptOf(db: Db, { personal }: Registry, personId: string): Promise<Kept> {
  const kept: Array<{ id: string; whyZh: string }> = [];
  for (const { keeps } of personal) if (keeps) kept.push(...(await keeps(db, personId)));
  return { ids: new Set(kept.map(({ id }) => id)), whyZh: [...new Set(kept.map(({ whyZh }) => whyZh))] };
}

/** What stands in the way of closing the account, in words. */
export async function hindrances(call: Call, { personal }: Registry): Promise<string[]> {
  const all: string[] = [];
  for (const { hinders } of personal) if (hinders) all.push(...(await hinders(call)));
  return all;
}
