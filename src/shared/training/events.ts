/** A class as what happened to it is told. `startsAt`: epoch milliseconds. */
export type ClassTold = {
  classId: string;
  organisationId: string;
  organisationZh: string;
  title: string;
  room: string;
  startsAt: number;
  topicId: string | null;
};

/** The same of somebody in it. `untilAt`: until when a seat is held, exclusive; null: none is offered. */
export type EnrolmentTold = {
  enrolmentId: string;
  classId: string;
  personId: string;
  title: string;
  startsAt: number;
  untilAt: number | null;
};

export interface TrainingEvents {
  'class.proposed': ClassTold;
  'class.opened': ClassTold;
  'class.declined': ClassTold;
  'class.moved': ClassTold;
  /** Its first half-day is tomorrow, or comes within a day. */
  'class.soon': ClassTold;
  'class.offered': EnrolmentTold;
  'class.offerLapsed': EnrolmentTold;
  /** It began without them. */
  'class.closed': EnrolmentTold;
  'class.calledOff': EnrolmentTold;
  'class.completed': EnrolmentTold;
  'class.failed': EnrolmentTold;
}
