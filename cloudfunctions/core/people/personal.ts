import { placeOf, roleZh } from '@shared/kernel/actor';
import { feedbackKindZh } from '@shared/people/feedback-kinds';
import { actWords, outcomeWords } from '@shared/people/security-words';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { open } from '../platform/crypto/seal';
import { grantOf, isLive } from '../platform/grants';
import {
  deletes,
  empties,
  type HandedOut,
  handedAtMost,
  hands,
  ofPerson,
  ofThings,
  type Personal,
} from '../platform/personal/personal';
import { at } from '../platform/schema';
import { securityEvents } from '../platform/security-log';
import { type Call, me } from '../rpc/call';
import { dropName } from './content/name-checks';
import { contactOf } from './feedback-rows';
import { phonePlace } from './phone-place';

/** What stands for a person who closed their account, wherever their id still stands. */
export const leftZh = '已注销用户';

const account: HandedOut = {
  zh: '账号',
  columns: { display_name: '称呼', phone: '手机号', created_at: '建立时间', elder_mode: '长辈版' },
  async read(call, { personId }) {
    const row = await call.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow();
    const { phone_sealed: sealed } = row;
    const phone = sealed === null ? null : open(sealed, call.home.keys, phonePlace(personId));
    const { display_name, created_at, elder_mode } = row;
    return [{ display_name, phone, created_at, elder_mode }];
  },
};

const letters: HandedOut = {
  zh: '投诉建议',
  columns: {
    created_at: '提交时间',
    reference: '编号',
    kind: '类别',
    body: '内容',
    contact: '联系方式',
    answer: '答复',
    answered_at: '答复时间',
  },
  async read(call, { personId }) {
    const rows = await call.db
      .selectFrom('feedback')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('created_at', 'desc')
      .limit(handedAtMost)
      .execute();
    return rows.map((row) => ({
      created_at: row.created_at,
      reference: row.reference,
      kind: feedbackKindZh(row.kind),
      body: row.body,
      contact: contactOf(call, row),
      answer: row.answer,
      answered_at: row.answered_at,
    }));
  },
};

const acts: HandedOut = {
  zh: '登录和操作记录',
  columns: { at: '时间', act: '做了什么', outcome: '结果', caller: '网络地址' },
  async read({ db }, { personId }) {
    const rows = await securityEvents(db)
      .select(['s.at', 's.act', 's.outcome', 's.caller'])
      .where('s.person_id', '=', personId)
      .orderBy('s.at', 'desc')
      .limit(handedAtMost)
      .execute();
    return rows.map((row) => ({ ...row, act: actWords(row.act), outcome: outcomeWords(row.outcome) }));
  },
};

const grantsHanded: HandedOut = {
  zh: '权限',
  columns: { given_at: '授予时间', role: '角色', place: '范围', ends_at: '到期', revoked_at: '收回时间' },
  async read({ db }, { personId }) {
    const rows = await db
      .selectFrom('role_grant')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('given_at', 'desc')
      .limit(handedAtMost)
      .execute();
    return rows.map((row) => {
      const grant = grantOf(row);
      return {
        given_at: row.given_at,
        role: grant ? roleZh[grant.role] : row.role,
        place: grant ? (placeOf(grant.scope) ?? '全市') : '',
        ends_at: row.ends_at,
        revoked_at: row.revoked_at,
      };
    });
  },
};

const grantOfficial = (call: Call) => sql<{ mine: boolean; others: boolean }>`select
  exists (select from role_grant g where g.person_id = ${me(call)} and g.role = 'cityStaff' and ${isLive(call.now)}) as mine,
  exists (select from role_grant g where g.person_id <> ${me(call)} and g.role = 'cityStaff' and g.ends_at is null
    and ${isLive(call.now)}) as others`;

/** What is known of somebody as a person. */
export const peoplePersonal: Personal = {
  things: async (db, personId) =>
    (await db.selectFrom('feedback').select('id').where('person_id', '=', personId).execute()).map(({ id }) => ({
      kind: 'feedback',
      id,
    })),
  /** Without an official whose grant does not end by itself nobody could give one any more. */
  outlived: { whyNotZh: '投诉建议和答复要备查，联系方式按“投诉建议的联系方式”的期限删除' },
  async hinders(call) {
    const { rows } = await grantOfficial(call).execute(call.db);
    return rows[0]?.mine && !rows[0].others
      ? ['您是最后一位没有到期日的市级统筹人员。请先把权限交给另一位同事，再注销']
      : [];
  },
  async foresees(call) {
    const { rows } = await sql<{ letters: number; grants: number }>`select
      (select count(*)::int from feedback where person_id = ${me(call)}) as letters,
      (select count(*)::int from role_grant g where g.person_id = ${me(call)} and ${isLive(call.now)}) as grants`.execute(
      call.db,
    );
    const { letters: sent = 0, grants = 0 } = rows[0] ?? {};
    return [
      '称呼、手机号、与微信的绑定和所有登录，立即失效',
      ...(grants > 0 ? [`您的 ${grants} 项工作权限，立即收回，您发出的邀请码一并作废`] : []),
      ...(sent > 0 ? [`${sent} 件投诉建议和联系方式，没有答复的不再答复`] : []),
    ];
  },
  /** Nobody can sign in as them any more: whoever comes with the same openid is somebody new. */
  async leaves(call) {
    const personId = me(call);
    await call.db.deleteFrom('session').where('person_id', '=', personId).execute();
    await call.db.deleteFrom('web_sign_in').where('seen_by', '=', personId).execute();
    await dropName(call.db, personId);
    await call.db
      .updateTable('role_grant')
      .set({ revoked_at: at(call.now), revoked_by: personId })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .execute();
    await call.db
      .updateTable('grant_code')
      .set({ voided_at: at(call.now), voided_by: personId })
      .where('made_by', '=', personId)
      .where('voided_at', 'is', null)
      .execute();
    await call.db
      .updateTable('person')
      .set({
        openid: null,
        persona: null,
        display_name: leftZh,
        phone_sealed: null,
        phone_masked: null,
        elder_mode: false,
        last_used_on: null,
        erased_at: at(call.now),
      })
      .where('id', '=', personId)
      .execute();
    await audit(call, `person:${personId}`, 'people/leave');
  },
  tables: [
    {
      table: 'person',
      persons: ['id'],
      handed: account,
      erased: { staysZh: '一个没有内容的编号，工作记录和防篡改的记录由它相连' },
    },
    {
      table: 'name_check',
      persons: ['person_id'],
      handed: hands(
        '待核的名称',
        'name_check',
        { since: '填写时间', name: '名称', why: '没有采用的原因' },
        ofPerson('person_id'),
        'since',
      ),
      erased: deletes('name_check', ofPerson('person_id')),
    },
    {
      table: 'text_check',
      persons: ['person_id'],
      handed: hands(
        '待核的文字',
        'text_check',
        { since: '填写时间', field_zh: '哪一项', text: '内容', why: '不能用的原因' },
        ofPerson('person_id'),
        'since',
      ),
      erased: deletes(
        'text_check',
        (leaver) => sql`(${ofPerson('person_id')(leaver)} or ${ofThings('subject_id')(leaver)})`,
      ),
    },
    {
      table: 'content_word',
      persons: ['changed_by'],
      handed: { notZh: '用词表的改动是工作记录，可在“名称和用词”查看' },
      erased: { staysZh: '谁在何时改过用词表，只有编号，用于追查', ofStaff: true },
    },
    {
      table: 'session',
      persons: ['person_id'],
      handed: hands(
        '登录设备',
        'session',
        { created_at: '登录时间', device_zh: '设备', place_zh: '地点', last_seen_at: '最近使用' },
        ofPerson('person_id'),
        'created_at',
      ),
      erased: deletes('session', ofPerson('person_id')),
    },
    {
      table: 'web_sign_in',
      persons: ['seen_by'],
      handed: { notZh: '电脑登录的申请，保存一天' },
      erased: deletes('web_sign_in', ofPerson('seen_by')),
    },
    {
      table: 'web_code_tries',
      persons: ['person_id'],
      handed: { notZh: '登录码输入次数，保存一天' },
      erased: deletes('web_code_tries', ofPerson('person_id')),
    },
    {
      table: 'role_grant',
      persons: ['person_id', 'given_by', 'revoked_by'],
      handed: grantsHanded,
      erased: { staysZh: '谁在何时有过什么工作权限，只有编号，用于追查', ofStaff: true },
    },
    {
      table: 'grant_code',
      persons: ['made_by', 'voided_by'],
      handed: { notZh: '邀请码是工作记录，可在授权页查看' },
      // What its maker wrote of whoever came by it.
      erased: empties(
        'grant_code',
        { note: '' },
        ({ personId }) =>
          sql`(made_by = ${personId} or id in (select g.code_id from role_grant g where g.person_id = ${personId}))`,
      ),
    },
    {
      table: 'feedback',
      persons: ['person_id', 'answered_by'],
      handed: letters,
      erased: deletes('feedback', ofPerson('person_id')),
    },
    {
      table: 'security_event',
      persons: ['person_id'],
      handed: acts,
      erased: {
        staysZh: '安全日志保存一年，记编号、时间和网络地址，不记填写的内容（互联网政务应用安全管理规定第二十条）',
      },
    },
  ],
};
