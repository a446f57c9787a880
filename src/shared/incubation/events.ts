/** A place as what happens about it is told: to whoever applied for it, and to the site's people. */
export type PlaceTold = {
  applicationId: string;
  personId: string;
  organisationId: string;
  siteZh: string;
  /** `B03 办公间`. */
  placeZh: string;
};

/** `lapsesAt`: the exclusive instant, RFC 3339. */
export type OfferTold = PlaceTold & { lapsesAt: string };

export interface IncubationEvents {
  'offer.made': OfferTold;
  'offer.lapsing': OfferTold;
  'offer.lapsed': OfferTold;
  /** `lastDay`: the last day that is still the tenant's. */
  'place.endSoon': PlaceTold & { lastDay: string };
  /** `dueOn`: the last day of the notice. */
  'place.warned': PlaceTold & { groundZh: string; dueOn: string };
  'rent.due': PlaceTold & { dueOn: string; dueFen: number };
}
