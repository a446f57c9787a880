import type { ClassState } from '@shared/training/class/states';
import type { EnrolmentState } from '@shared/training/enrolment/states';
import type { Half } from '@shared/training/half-day';
import type { ClassTerms } from '@shared/training/rules';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type TrainingTables = {
  /** What people may say they want to be trained in. */
  training_topic: {
    id: string;
    title: string;
    about: string;
    /** So many have to want it before it is opened. */
    needed: number;
    created_by: string;
    created_at: Instant;
  };
  topic_wish: {
    topic_id: string;
    person_id: string;
    rank: number;
    wanted_at: Instant;
    /** When they came into the line of the class that was opened. */
    placed_at: OptionalInstant;
  };
  training_class: {
    id: string;
    state: ClassState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    organisation_id: string;
    course: string;
    title: string;
    room: string;
    hours: number;
    capacity: number;
    starts_at: Instant;
    topic_id: string | null;
    /** Its course and what completing it asks, as they stood when it was planned. */
    terms: Json<ClassTerms>;
    created_by: string;
    soon_told_at: OptionalInstant;
  };
  class_half_day: {
    class_id: string;
    /** From 1, in their order. */
    n: number;
    day: string;
    half: Half;
    hours: number;
    /** Of its list: 0 until it is kept. */
    version: Generated<number>;
    saved_at: OptionalInstant;
  };
  /** A seat that there is. */
  class_seat: { class_id: string; n: number };
  enrolment: {
    id: string;
    state: EnrolmentState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    class_id: string;
    person_id: string;
    /** Null: never given, or erased. */
    name: string | null;
    key_group: Generated<boolean>;
    rank: number;
    /** Since when they stand in line. */
    asked_at: Instant;
    seat: number | null;
    offer_ends_at: OptionalInstant;
    voucher_id: string | null;
    plan_ok: boolean | null;
    test_ok: boolean | null;
  };
  training_voucher: {
    id: string;
    award_id: string;
    person_id: string;
    award_zh: string;
    issued_at: Instant;
    ends_at: Instant;
  };
  class_code: { id: string; class_id: string; n: number; code: string; made_by: string; ends_at: Instant };
  class_check_in: { enrolment_id: string; class_id: string; n: number; at: Instant };
  attendance_mark: {
    id: string;
    class_id: string;
    n: number;
    enrolment_id: string;
    /** Of its list, as which it was kept: of a person's marks the last counts. */
    version: number;
    present: boolean;
    marked_by: string;
    marked_at: Instant;
    /** Why what was kept is corrected. */
    reason: string | null;
  };
  training_certificate: {
    number: string;
    enrolment_id: string;
    name_masked: string;
    title: string;
    course: string;
    organisation_zh: string;
    hours: number;
    finished_on: string;
  };
};
