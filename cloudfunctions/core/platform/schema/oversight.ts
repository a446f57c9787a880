import type { AuditVerdict } from '../audit/audit-verdict';
import type { Instant, Json, OptionalInstant } from './columns';

export type OversightTables = {
  /** A check of the whole audit; at most one is awaited. */
  audit_check: {
    id: string;
    asked_by: string | null;
    asked_at: Instant;
    checked_at: OptionalInstant;
    verdict: Json<AuditVerdict> | null;
  };
};
