export type EnrolmentState =
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'attending'
  | 'completed'
  | 'failed'
  | 'no_show'
  | 'cancelled';

export type EnrolmentCommand =
  | 'confirm'
  | 'offer'
  | 'accept'
  | 'lapse'
  | 'close'
  | 'cancel'
  | 'attend'
  | 'complete'
  | 'fail'
  | 'miss'
  | 'callOff';

/** Somebody in a class, or in line for it, as the rules see it; instants in epoch milliseconds. */
export type EnrolmentSubject = {
  enrolmentId: string;
  classId: string;
  organisationId: string;
  personId: string;
  /** What the class is called, and its first instant. */
  title: string;
  startsAt: number;
  /** Until when an offered seat is held, exclusive; null: none is offered. */
  offerEndsAt: number | null;
  state: EnrolmentState;
  version: number;
};
