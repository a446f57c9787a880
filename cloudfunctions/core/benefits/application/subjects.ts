import type { Terms } from '@shared/benefits/application/clock';
import type { ApplicationDetails } from '@shared/benefits/application/details';
import type { ApplicationSubject } from '@shared/benefits/application/subject';
import { type RawBuilder, sql } from 'kysely';
import { subjectOfUpload } from '../../files/upload-rows';
import type { Db } from '../../platform/db';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** An application with what its pages need of its row. */
export type ApplicationHead = ApplicationSubject & {
  reference: string | null;
  regionZh: string;
  rank: number;
  dueOn: string | null;
  /** The organisation that has it now. */
  organisationZh: string | null;
  details: ApplicationDetails;
};

/** The terms that the current edition sets. */
const terms = sql`coalesce((select d.blueprint -> 'clocks' from edition d where d.status = 'current' limit 1), '{}') as terms`;

/** The same where no application is asked about. */
export const termsInForce = async (db: Db): Promise<Terms> =>
  (await sql<{ terms: Terms }>`select ${terms}`.execute(db)).rows[0]?.terms ?? {};

export const applications = (where: RawBuilder<unknown>, lock: RawBuilder<unknown> = sql``) =>
  sql<ApplicationHead>`select a.id as "applicationId", a.kind, a.state, a.version, a.applicant_id as "applicantId",
    a.region_id as "regionId", a.claimed_by as "claimedBy", a.claimed_at as "claimedAt", a.submitted_at as "submittedAt", a.clocks,
    a.reference, r.name_zh as "regionZh", a.rank, a.due_on as "dueOn", a.details,
    ${terms},
    a.organisation_id as "organisationId", o.name_zh as "organisationZh",
    coalesce((select jsonb_agg(jsonb_build_object('party', p.party, 'organisationId', p.organisation_id, 'nameZh', q.name_zh,
        'since', (extract(epoch from p.since) * 1000)::bigint) order by p.since, p.n)
      from application_party p join organisation q on q.id = p.organisation_id where p.application_id = a.id), '[]') as organisations
    from application a join region r on r.id = a.region_id left join organisation o on o.id = a.organisation_id where ${where} ${lock}`;

/** An application as a list shows it: without who had it, and of its details only what gave its place in line. */
export type ListedApplication = Omit<ApplicationHead, 'organisations' | 'terms' | 'details'> & {
  details: Pick<ApplicationDetails, 'rankZh'>;
};

/** The same for a list of many: neither parties nor terms are gathered for each, and details, which grow with a case, stay where they lie. */
export const listedApplications = (where: RawBuilder<unknown>, rest: RawBuilder<unknown>) =>
  sql<ListedApplication>`select a.id as "applicationId", a.kind, a.state, a.version, a.applicant_id as "applicantId", a.region_id as "regionId",
    a.claimed_by as "claimedBy", a.claimed_at as "claimedAt", a.submitted_at as "submittedAt", a.clocks, a.reference, r.name_zh as "regionZh", a.rank,
    a.due_on as "dueOn", jsonb_strip_nulls(jsonb_build_object('rankZh', a.details -> 'rankZh')) as details,
    a.organisation_id as "organisationId", o.name_zh as "organisationZh"
    from application a join region r on r.id = a.region_id left join organisation o on o.id = a.organisation_id where ${where} ${rest}`;

/** Many at once, in no order; without locks. */
export const applicationsOf = async (call: Call, ids: readonly string[]): Promise<ApplicationHead[]> =>
  (await applications(sql`a.id = any(${[...ids]}::uuid[])`).execute(call.db)).rows;

/**
 * Many that one change is about, locked in the order of their ids: two who lock several in different orders would each wait for the other. What stands on
 * an application (a loan) is locked after all of them.
 */
export const lockedApplications = async (call: Call, ids: readonly string[]): Promise<ApplicationHead[]> =>
  (await applications(sql`a.id = any(${[...ids]}::uuid[])`, sql`order by a.id for update of a`).execute(call.db)).rows;

/** The one that a call is about; a change locks its row until the commit. */
export const applicationOf: Load<{ applicationId: string }, ApplicationHead> = async (call, { applicationId }, lock) =>
  (await applications(sql`a.id = ${applicationId}`, lock ? sql`for update of a` : sql``).execute(call.db)).rows[0] ??
  null;

/** That of a file, with the file. */
export const applicationOfUpload: Load<{ uploadId: string }, ApplicationHead> = async (call, { uploadId }, lock) => {
  const applicationId = await subjectOfUpload(call, uploadId);
  return applicationId === null ? null : applicationOf(call, { applicationId }, lock);
};
