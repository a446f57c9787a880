export type ClassState = 'proposed' | 'open' | 'full' | 'running' | 'finished' | 'declined' | 'cancelled';

export type ClassCommand = 'approve' | 'decline' | 'fill' | 'reopen' | 'reschedule' | 'start' | 'finish' | 'cancel';

/** A class as the rules see it; instants in epoch milliseconds. */
export type ClassSubject = {
  classId: string;
  /** The trainer's. */
  organisationId: string;
  organisationZh: string;
  course: string;
  title: string;
  room: string;
  /** Lesson hours of all its half-days. */
  hours: number;
  capacity: number;
  /** Of its first half-day. */
  startsAt: number;
  /** The topic that people asked for; null: planned by the trainer. */
  topicId: string | null;
  state: ClassState;
  version: number;
};
