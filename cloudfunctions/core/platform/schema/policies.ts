import type { FactName, FactValue, SourceKind } from '@shared/policies/facts';
import type { PolicyDefinition } from '@shared/policies/policy';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type PoliciesTables = {
  policy_version: {
    code: string;
    version: number;
    title_zh: string;
    summary_zh: string;
    body_zh: string;
    kind: string;
    doc_no: string;
    effective_from: string | null;
    effective_to: string | null;
    confirmed_zh: string;
    demonstration: boolean;
    /** Its rule, figures and examples; null: words alone. */
    definition: Json<PolicyDefinition> | null;
    published_at: OptionalInstant;
  };
  /** How a policy's answer stood when a person looked last. */
  policy_seen: { person_id: string; code: string; version: number; stand: string; at: Instant };
  /** What was learnt of a person: a fact, by one source. Never a sensitive one. */
  person_fact: {
    id: string;
    /** The order in which they came. */
    n: Generated<number>;
    person_id: string;
    fact: FactName;
    value: Json<FactValue>;
    source: SourceKind;
    /** The day as of which it holds. */
    holds_on: string;
    learnt_at: Instant;
    /** Who wrote it down; null: it was drawn from an entry or an award. */
    by_person: string | null;
    /** The entry or award that it was drawn from, or over which staff checked it. */
    subject_id: string | null;
    source_zh: string;
    note: Generated<string>;
    /** Since when it counts no more: said anew, or withdrawn. */
    ended_at: OptionalInstant;
  };
  /** What counts of a person's facts, by name: the row of which a push asks. */
  person_facts: { person_id: string; facts: Json<Record<string, FactValue>> };
  /** Entries whose facts are to be drawn. */
  fact_draw: { entry_id: string };
  /** Of which version of an award facts were drawn. */
  award_drawn: { award_id: string; version: number };
};
