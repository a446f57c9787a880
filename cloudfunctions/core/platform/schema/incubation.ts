import type { PlaceType } from '@shared/benefits/kinds/incubator-place/place-types';
import type { HourTerms, PlaceTerms } from '@shared/incubation/terms';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type IncubationTables = {
  /** An incubator or a base of an organisation, with the rules by which its places are let or booked. */
  place_site: {
    id: string;
    organisation_id: string;
    region_id: string;
    name_zh: string;
    address_zh: string;
    about_zh: string;
    terms: Json<PlaceTerms>;
    hours: Json<HourTerms>;
    /** Grows with whatever its people change of it or of its places. */
    version: Generated<number>;
  };
  /** `spot`: where on its floor it is drawn; `rent_fen` a month, without what is let off; `shut` null: it may be let. */
  place: {
    id: Generated<number>;
    site_id: string;
    floor: number;
    spot: number;
    code: string;
    type: PlaceType;
    detail_zh: string;
    rent_fen: number;
    shut: 'repair' | 'closed' | null;
  };
  /** What an application wants, and since when it stands in line; `let_go`: places that were offered and not taken. */
  place_wish: {
    application_id: string;
    site_id: string;
    type: PlaceType;
    rank: number;
    joined_at: Instant;
    waiting: boolean;
    let_go: Generated<number[]>;
  };
  /** Who has a place, [starts_at, ends_at): an offer that holds it, or an agreement. Of what does not stand any more the place knows nothing. */
  tenancy: {
    id: string;
    place_id: number;
    site_id: string;
    application_id: string;
    person_id: string;
    kind: 'hold' | 'agreement';
    starts_at: Instant;
    ends_at: OptionalInstant;
    stands: boolean;
    /** Of an offer that was not answered; from this instant on the place is free. */
    lapses_at: OptionalInstant;
    number_zh: string | null;
    /** When it was said that it lapses or ends soon. */
    told_at: OptionalInstant;
  };
  rent_month: {
    tenancy_id: string;
    n: number;
    site_id: string;
    due_on: string;
    full_fen: number;
    relief_percent: number;
    due_fen: number;
    paid_on: string | null;
    recorded_by: string | null;
    /** When its tenant was told that it is owed. */
    told_at: OptionalInstant;
  };
  place_booking: {
    id: string;
    place_id: number;
    team_id: string;
    person_id: string;
    starts_at: Instant;
    ends_at: Instant;
    made_at: Instant;
    cancelled_at: OptionalInstant;
    no_show_at: OptionalInstant;
    marked_by: string | null;
  };
};
