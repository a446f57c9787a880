/** How a check of the audit ended. */
export type AuditVerdict =
  /** `plain`: how many seals are from before seals had a key; `unsealed`: rows written since the last seal. */
  | { ok: true; subjects: number; rows: number; seals: number; plain: number; unsealed: number }
  /** The first broken row; `subject` is `seal` when the chain of seals itself is broken there. */
  | { ok: false; subject: string; n: number; why: string };
