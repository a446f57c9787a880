import { anyone, defineAccess, signedIn } from '../kernel/define-access';
import { cast, organisationHere } from '../kernel/sample-cast';
import type { ClassSubject } from './class/states';
import type { EnrolmentSubject } from './enrolment/states';
import { city, enrolled, looksAtDesks, readsDesk, trainer, trainerAnywhere, trainerOrCity } from './who';

const sampleClass: ClassSubject = {
  classId: 'class',
  organisationId: organisationHere,
  organisationZh: '演示创业培训学校',
  course: 'SYB',
  title: '创办你的企业（SYB）第 1 期',
  room: '301 室',
  hours: 70,
  capacity: 30,
  startsAt: Number.MAX_SAFE_INTEGER,
  topicId: null,
  state: 'open',
  version: 1,
};

const sampleEnrolment: EnrolmentSubject = {
  enrolmentId: 'enrolment',
  classId: 'class',
  organisationId: organisationHere,
  personId: cast.leader,
  title: '创办你的企业（SYB）第 1 期',
  startsAt: Number.MAX_SAFE_INTEGER,
  offerEndsAt: null,
  state: 'confirmed',
  version: 1,
};

export const trainingAccess = defineAccess<unknown>()('training', {
  classes: anyone,
  certificate: anyone,
  myTraining: signedIn,
  wish: signedIn,
  desk: looksAtDesks,
  planChoices: looksAtDesks,
  proposeClass: trainerAnywhere,
  addTopic: city,
  openTopic: city,
});

export const classAccess = defineAccess<ClassSubject>(sampleClass)('training', {
  class: anyone,
  enrol: signedIn,
  checkIn: signedIn,
  classDesk: readsDesk,
  moveClass: trainerOrCity,
  reschedule: trainer,
  showCode: trainer,
  saveAttendance: trainer,
  judge: trainer,
  finish: trainer,
});

export const enrolmentAccess = defineAccess<EnrolmentSubject>(sampleEnrolment)('training', {
  accept: enrolled,
  cancel: enrolled,
  certificateFile: enrolled,
});
