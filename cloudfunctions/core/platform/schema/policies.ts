import type { Values } from '@shared/forms/merge-drafts';
import type { DraftPart } from '@shared/policies/drafts/parts';
import type { PolicyDraftState } from '@shared/policies/drafts/states';
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
    /** Whom it is for, in a few words. */
    for_zh: Generated<string>;
    /** What it was written as; null: it came with the product. */
    draft_id: string | null;
    published_by: string | null;
    /** By which document an official confirmed a demonstration, who and when. */
    confirmed_doc_no: string | null;
    confirmed_by: string | null;
    confirmed_at: OptionalInstant;
  };
  /** A version while it is written; the subject is its parent. */
  policy_draft: {
    id: string;
    state: PolicyDraftState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    code: string;
    /** As typed so far. */
    title: string;
    /** `new`, `shipped`, or the number of the version that it amends. */
    begun_from: string;
    made_by: string;
    proposed_by: string | null;
  };
  /** A part as it is being typed, which may be unfinished. */
  policy_draft_part: {
    draft_id: string;
    part: DraftPart;
    data: Json<Values>;
    version: number;
    saved_at: Instant;
    saved_by: string;
  };
  /** A figure that a version in force lacks, of which staff were told. */
  policy_defect: { code: string; parameter: string; version: number; found_at: Instant };
  /** How a policy's answer stood when a person looked last. */
  policy_seen: { person_id: string; code: string; version: number; stand: string; at: Instant };
  /** Who has opened a policy's page that a message told them of; the first time. */
  policy_opened: { message_id: string; person_id: string; at: Instant };
  /** Who handed in an application under a policy; the last time. */
  policy_applied: { person_id: string; code: string; at: Instant };
  /** Of which ends was reminded, so many days before. */
  policy_ending: { code: string; version: number; ends_on: string; days: number; at: Instant };
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
