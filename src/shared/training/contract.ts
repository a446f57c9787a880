import { attendanceContract } from './attendance/contract';
import { classContract } from './class/contract';
import { enrolmentContract } from './enrolment/contract';

export const trainingContract = { ...classContract, ...enrolmentContract, ...attendanceContract };
