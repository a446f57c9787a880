import type { ConsentText } from '@shared/forms/consent-text';
import type { Part } from '@shared/forms/lines';
import type { Answers } from '@shared/forms/question';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type FormsTables = {
  section: {
    subject_id: string;
    section: string;
    data: Json<Answers>;
    version: number;
    saved_at: Instant;
    saved_by: string;
  };
  sealed_value: { subject_id: string; field: string; sealed: string; masked: string; set_at: Instant };
  consent: {
    id: string;
    subject_id: string;
    /** Null: given on a signed paper, by somebody who has not confirmed the case yet. */
    person_id: string | null;
    on_paper: Generated<boolean>;
    kind: string;
    text_version: string;
    /** The text as it was shown; null: of a text that its edition no longer has. */
    shown: Json<ConsentText> | null;
    given_at: Instant;
    withdrawn_at: OptionalInstant;
  };
  snapshot: {
    subject_id: string;
    n: number;
    sha256: string;
    data: Json<FrozenForm>;
    taken_at: Instant;
    reference: string;
  };
  /** The sealed values of a submission, copied when it was frozen: the live ones may change or go. */
  snapshot_sealed: {
    subject_id: string;
    n: number;
    /** `leader.idNumber`, `member.<memberId>.phone` */
    field: string;
    sealed: string;
    masked: string;
    /** When its owner set the value that was copied. */
    set_at: Instant;
    /** Copied by the migration, without a key: it opens at the live value's place. */
    carried: Generated<boolean>;
  };
};

/** The readable, frozen copy of a submission: masked text only, sealed values stand in `snapshot_sealed`. An area may keep more beside. */
export type FrozenForm<Section extends string = string> = {
  parts: Array<Part<Section>>;
  files: Array<{
    uploadId: string;
    slot: string;
    slotZh: string;
    name: string;
    size: number;
    sha256: string;
    version: number;
  }>;
};
