import { classAccess, enrolmentAccess, trainingAccess } from '@shared/training/access';
import type { trainingContract } from '@shared/training/contract';
import { trainingNotices } from '@shared/training/notices';
import type { Area } from '../line/area';
import { checkIn, showCode } from './attendance/codes';
import { finish } from './attendance/finish';
import { judge, saveAttendance } from './attendance/lists';
import { trainingAudiences } from './audiences';
import { tellSoon, tidyClasses } from './class/by-the-clock';
import { moveClass } from './class/moves';
import { classNoun } from './class/noun';
import { openTopic, planChoices, proposeClass, reschedule } from './class/plan';
import { getClass, getClassDesk, getDesk, listClasses } from './class/present';
import { awardLostListeners } from './enrolment/award-lost';
import { certificateFile, seeCertificate } from './enrolment/certificates';
import { accept, cancel, enrol } from './enrolment/enrol';
import { forgetPhones } from './enrolment/forget-phones';
import { enrolmentNoun } from './enrolment/noun';
import { enrolmentPhoneBook } from './enrolment/phone-book';
import { myTraining } from './enrolment/present';
import { enrolmentConsents } from './enrolment/take-back';
import { voucherListeners } from './enrolment/vouchers';
import { trainingPersonal } from './personal';
import { trainingTodos } from './todos';
import { addTopic, wish } from './topic/wishes';

export const trainingArea: Area<'training', typeof trainingContract> = {
  name: 'training',
  access: { ...trainingAccess.table, ...classAccess.table, ...enrolmentAccess.table },
  procedures: {
    classes: listClasses,
    class: getClass,
    desk: getDesk,
    planChoices,
    proposeClass,
    openTopic,
    addTopic,
    moveClass,
    reschedule,
    classDesk: getClassDesk,
    enrol,
    accept,
    cancel,
    myTraining,
    wish,
    certificate: seeCertificate,
    certificateFile,
    showCode,
    checkIn,
    saveAttendance,
    judge,
    finish,
  },
  nouns: [classNoun, enrolmentNoun],
  todos: trainingTodos,
  jobs: [
    { name: 'tidyClasses', run: tidyClasses },
    { name: 'tellSoon', run: tellSoon },
    { name: 'forgetPhones', run: forgetPhones, hourly: true },
  ],
  phoneBooks: [enrolmentPhoneBook],
  listens: [...voucherListeners, ...awardLostListeners],
  notices: trainingNotices,
  audiences: trainingAudiences,
  personal: trainingPersonal,
  consents: [enrolmentConsents],
  tables: [
    'training_topic',
    'topic_wish',
    'training_class',
    'class_half_day',
    'class_seat',
    'enrolment',
    'training_voucher',
    'class_code',
    'class_check_in',
    'attendance_mark',
    'training_certificate',
  ],
  // A trainer reads the covered phones of a class in one statement.
  reads: { forms: ['sealed_value'], people: ['organisation'] },
};
