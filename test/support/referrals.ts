import { keepFacts } from '../../cloudfunctions/core/policies/facts/keep-facts';
import { shippedPolicies } from '../../cloudfunctions/core/policies/shipped';
import { makeCall } from '../../cloudfunctions/core/rpc/call';
import { pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { policyRow } from '../../cloudfunctions/core/seeds/policies';
import type { KeptFact } from '../../src/shared/policies/facts';
import { insertAwards } from './award-rows';
import { freshPerson } from './entry-factory';
import { insertEntryRows } from './entry-rows';
import type { TestServer } from './server';

/** A policy as it comes with the product. */
export async function keepShipped({ db }: TestServer, wanted: string): Promise<void> {
  const policy = shippedPolicies.filter(({ code }) => code === wanted).at(-1);
  if (!policy) throw new Error(`${wanted} does not ship.`);
  const { code, version, ...words } = policyRow(policy);
  await db
    .insertInto('policy_version')
    .values({ code, version, ...words })
    .onConflict((conflict) => conflict.columns(['code', 'version']).doUpdateSet(words))
    .execute();
}

export const notice = {
  upperZh: '第十三届省级创业大赛',
  docNo: '晋人社函〔2026〕99号',
  issuedOn: '2026-11-01',
  cutoffOn: '2026-11-24',
  closesOn: '2026-12-18',
  version: null as number | null,
};

/** What a person who may be referred is known by. */
const fitting: Partial<Record<KeptFact, boolean | string>> = {
  registered: true,
  registrationDate: '2025-03-03',
  awardCancelled: false,
  upperWinnerBefore: false,
};

/** Says of somebody what an office checked. */
export async function knowOf(server: TestServer, personId: string, facts: object = {}): Promise<void> {
  const call = makeCall(server.home, server.db, null, server.clock.now());
  await keepFacts(
    call,
    Object.entries({ ...fitting, ...facts }).map(([fact, value]) => ({
      personId,
      fact: fact as KeptFact,
      value: value as boolean | string,
      source: 'staff' as const,
      on: '2026-11-20',
      sourceZh: '审核人员核对',
      subjectId: null,
    })),
  );
}

export type Winner = { entryId: string; personId: string };

/** Winners of the edition that is over, who have signed in and may be referred. */
export async function makeWinners(
  server: TestServer,
  { region = '141033', count = 1, level = 'first', track = 'modern_services' } = {},
): Promise<Winner[]> {
  const winners: Winner[] = [];
  for (let i = 0; i < count; i += 1) {
    const personId = await freshPerson(server, '李汾川');
    await server.db
      .updateTable('person')
      .set({ openid: `openid-${personId}` })
      .where('id', '=', personId)
      .execute();
    const [entryId = ''] = await insertEntryRows(server.db, {
      count: 1,
      regionId: region,
      state: 'qualified',
      leader: personId,
      trackCode: track,
    });
    await server.db
      .updateTable('entry')
      .set({ edition_id: pastEdition, contest_id: `${pastEdition}-${region}` })
      .where('id', '=', entryId)
      .execute();
    await knowOf(server, personId);
    winners.push({ entryId, personId });
  }
  await insertAwards(
    server,
    winners.map(({ entryId }) => entryId),
    level,
  );
  return winners;
}

/** Where entries came in their own field, as an import says. */
export const placeIn = async (server: TestServer, entryIds: readonly string[], region = '141033', ranks?: number[]) => {
  await server.db
    .insertInto('referral_rank')
    .values(
      entryIds.map((entry_id, i) => ({
        entry_id,
        edition_id: pastEdition,
        region_id: region,
        track: 'modern_services',
        rank: ranks?.[i] ?? i + 1,
        synthetic: true,
      })),
    )
    .execute();
};

/** The city enters a notice and confirms it. */
export async function openNotice(
  server: TestServer,
  quotas: ReadonlyArray<{ track: string; quota: number }>,
  city = 'city',
) {
  const before = await server.ask<{ notice: { version: number } | null }>(city, 'referral/board');
  const { noticeId, version } = await server.ask<{ noticeId: string; version: number }>(city, 'referral/keepNotice', {
    ...notice,
    version: before.notice?.version ?? null,
    quotas,
  });
  await server.ask(city, 'referral/confirmNotice', { noticeId, version });
  return noticeId;
}

export const agreed = { 'referral.province': true };

/** Named, agreed to and confirmed by its region. */
export async function confirmedReferral(
  server: TestServer,
  { entryId, personId }: Winner,
  { clerk = 'clerk-puxian-1', lead = 'lead-puxian' } = {},
): Promise<string> {
  const { referralId } = await server.ask<{ referralId: string }>(clerk, 'referral/nominate', { entryId });
  await server.ask(personId, 'referral/agree', { referralId, version: 1, consents: agreed });
  await server.ask(lead, 'referral/moveReferral', { referralId, version: 2, move: 'confirm', reason: '' });
  return referralId;
}
