/** A site as its rules see it: whose it is. */
export type SiteSubject = { siteId: string; organisationId: string };

/** A booking as its rules see it. Times in epoch milliseconds. */
export type BookingSubject = {
  bookingId: string;
  personId: string;
  siteId: string;
  organisationId: string;
  startsAt: number;
  endsAt: number;
};
