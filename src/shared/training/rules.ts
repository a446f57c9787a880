/**
 * The figures by which classes are held: data, each to be replaced by the city's own document (those of a seat and a term are demonstration;
 * the quota is Shenzhen's).
 */
export const trainingRules = {
  /** Seats of a class at most. */
  capacityMax: 30,
  /** So many have to want a topic before the city is asked to open it. */
  openMin: 15,
  /** Hours for which an offered seat is held. */
  offerHours: 24,
  /** Per cent of a class's hours that whoever completes it attended. */
  attendancePercent: 80,
  /** How often somebody may take one course, and how many classes within a year. */
  sameCourse: 1,
  classesAYear: 1,
  /** Days for which a winner's voucher is good. */
  voucherDays: 180,
  /** Minutes for which a code on the room's screen is good. */
  codeMinutes: 10,
} as const;
