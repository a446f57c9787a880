import { sql } from 'kysely';
import { at } from '../../cloudfunctions/core/platform/schema';
import { currentEdition } from '../../cloudfunctions/core/seeds/editions';
import type { TestServer } from './server';

export type MadeLate = { codeId: string; code: string; endsAt: string };

export const contestIn = (region: string): string => `${currentEdition}-${region}`;

/** Lets the leads of regions make late codes in the running edition, or the city alone. */
export const letLeadsMakeCodes = (server: TestServer, lateCodes: 'city' | 'leads') =>
  sql`update edition set blueprint = blueprint || jsonb_build_object('lateCodes', ${lateCodes}::text)
    where id = ${currentEdition}`.execute(server.db);

/** Sign-up of a region's contest is over since an hour. */
export const closeSignUp = (server: TestServer, region: string) =>
  sql`update phase set closes_at = ${at(server.clock.now() - 3_600_000)}
    where contest_id = ${contestIn(region)} and kind = 'signUp'`.execute(server.db);

export type LateWish = { trackCode?: string | null; lastDay?: string; uses?: number; reason?: string };

/** A late code of a region, by the city unless somebody else is named. */
export const madeLate = (server: TestServer, region: string, wish: LateWish = {}, by = 'city') =>
  server.ask<MadeLate>(by, 'entry/makeLateCode', {
    contestId: contestIn(region),
    trackCode: null,
    lastDay: '2026-12-20',
    uses: 1,
    reason: '报名当天系统故障，没能提交',
    ...wish,
  });
