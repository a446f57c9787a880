import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import {
  deletes,
  empties,
  handedAtMost,
  hands,
  ofPerson,
  ofThings,
  type Personal,
} from '../platform/personal/personal';
import { type Call, me } from '../rpc/call';
import { lockClass } from './class/classes';
import { readEnrolments } from './enrolment/enrolments';
import { takeBack } from './enrolment/take-back';

const ownLive = (call: Call) => readEnrolments(call, sql`e.person_id = ${me(call)} and e.state = any(${liveStates})`);
const liveStates = enrolmentLifecycle.statesThat(({ live }) => live === true);

const staffs = { notZh: '培训班的安排和考勤登记（机构的工作记录）' };

/** Classes that somebody was in. Nothing of them has a law that keeps it when they leave. */
export const trainingPersonal: Personal = {
  things: async (db, personId) =>
    (await db.selectFrom('enrolment').select('id').where('person_id', '=', personId).execute()).map(({ id }) => ({
      kind: enrolmentLifecycle.name,
      id,
    })),
  outlived: { whyNotZh: '报名和结业的记录要供查验证书，本人注销账号时清空；手机号按“培训学员的手机号”的期限删除' },
  async foresees(call) {
    const live = await ownLive(call);
    return live.length > 0 ? ['您的培训报名立即取消，名额留给下一位'] : [];
  },
  async leaves(call) {
    for (const { classId } of await ownLive(call)) await lockClass(call, classId);
    for (const mine of await ownLive(call)) await takeBack(call, mine);
  },
  tables: [
    {
      table: 'enrolment',
      persons: ['person_id'],
      handed: {
        zh: '培训报名',
        columns: { title: '班级', name: '姓名', state: '状态', asked_at: '报名时间' },
        async read(call, { personId }) {
          const rows = await readEnrolments(
            call,
            sql`e.person_id = ${personId}`,
            sql`order by e.id desc limit ${handedAtMost}`,
          );
          return rows.map(({ title, name, state, askedAt }) => ({
            title,
            name,
            state: enrolmentLifecycle.states[state].public,
            asked_at: askedAt,
          }));
        },
      },
      erased: empties('enrolment', { name: null }, ofPerson('person_id')),
    },
    {
      table: 'training_certificate',
      persons: [],
      handed: hands(
        '结业证书',
        'training_certificate',
        { number: '证书编号', title: '班级', hours: '课时', finished_on: '结业日期' },
        ofThings('enrolment_id'),
        'finished_on',
      ),
      erased: deletes('training_certificate', ofThings('enrolment_id')),
    },
    {
      table: 'attendance_mark',
      persons: ['marked_by'],
      handed: hands(
        '培训考勤',
        'attendance_mark',
        { n: '第几个半天', present: '到课', marked_at: '登记时间', reason: '更正原因' },
        ofThings('enrolment_id'),
        'id',
      ),
      erased: { staysZh: '培训机构的考勤记录，只有编号，不含姓名' },
    },
    {
      table: 'class_check_in',
      persons: [],
      handed: hands('培训签到', 'class_check_in', { n: '第几个半天', at: '时间' }, ofThings('enrolment_id'), 'at'),
      erased: deletes('class_check_in', ofThings('enrolment_id')),
    },
    {
      table: 'training_voucher',
      persons: ['person_id'],
      handed: hands(
        '培训券',
        'training_voucher',
        { award_zh: '奖项', issued_at: '发放时间', ends_at: '到期时间' },
        ofPerson('person_id'),
        'id',
      ),
      erased: { staysZh: '培训券的发放和使用记录，只有编号，不含姓名' },
    },
    {
      table: 'topic_wish',
      persons: ['person_id'],
      handed: {
        zh: '想参加的定制培训',
        columns: { title: '主题', wanted_at: '时间' },
        async read({ db }, { personId }) {
          const { rows } = await sql<Record<string, unknown>>`select t.title, w.wanted_at from topic_wish w
            join training_topic t on t.id = w.topic_id where w.person_id = ${personId}
            order by w.wanted_at desc limit ${handedAtMost}`.execute(db);
          return rows;
        },
      },
      erased: deletes('topic_wish', ofPerson('person_id')),
    },
    {
      table: 'training_class',
      persons: ['created_by'],
      handed: staffs,
      erased: { staysZh: '培训机构的开班记录，只有编号，不含姓名' },
    },
    {
      table: 'training_topic',
      persons: ['created_by'],
      handed: staffs,
      erased: { staysZh: '市级的工作记录，只有编号，不含姓名' },
    },
    {
      table: 'class_code',
      persons: ['made_by'],
      handed: staffs,
      erased: { staysZh: '培训机构的工作记录，只有编号，不含姓名' },
    },
  ],
};
