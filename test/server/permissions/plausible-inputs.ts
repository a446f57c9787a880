import { currentEdition, pastEdition } from '../../../cloudfunctions/core/seeds/editions';
import { type CallerKind, here, organisation } from '../../../tools/docs/callers';
import { announcementText } from '../../support/announcements';
import type { CallersWorld } from './callers-world';

type Maker = (world: CallersWorld, kind: CallerKind) => Record<string, unknown>;

const nothing: Maker = () => ({});
type Kept = 'draft' | 'ready' | 'submitted' | 'read' | 'faulty' | 'returned' | 'qualified';
const about =
  (which: Kept, more: Record<string, unknown> = {}) =>
  (world: CallersWorld) => ({ entryId: world[which].entryId, ...more });
const moving =
  (which: Kept, more: Record<string, unknown> = {}) =>
  (world: CallersWorld) => ({ ...about(which, more)(world), version: world[which].version });

const ofDraft =
  (more: Record<string, unknown> = {}): Maker =>
  ({ announcements: { draft } }) => ({ announcementId: draft.announcementId, version: draft.version, ...more });

const setting =
  (more: Record<string, unknown>): Maker =>
  ({ contestId }) => ({ contestId, version: 1, ...more });

const decided =
  (which: 'decided' | 'unsigned', more: Record<string, unknown> = {}) =>
  (world: CallersWorld) => ({ decisionId: world[which].decisionId, version: world[which].version, ...more });

/**
 * For every procedure an input that the procedure would accept from the right caller, about an entry in the right state. A
 * procedure without one fails the matrix, so that a new procedure must be thought of here.
 */
export const plausibleInputs: Readonly<Record<string, Maker>> = {
  'people/personas': nothing,
  'people/signInAs': () => ({ persona: 'city' }),
  'people/signInWithWechat': () => ({ code: 'code-of-wx-login' }),
  'people/beginWebSignIn': () => ({ agent: 'Mozilla/5.0 (Windows NT 10.0) Edg/131' }),
  'people/webSignIn': ({ web }) => ({ secret: web.confirmed }),
  'people/takeWebSession': ({ web }) => ({ secret: web.confirmed }),
  'people/seeWebSignIn': ({ web }) => ({ by: 'scan', scan: web.scan }),
  'people/confirmWebSignIn': ({ web }) => ({ signInId: web.seen }),
  'people/refuseWebSignIn': ({ web }) => ({ signInId: web.seen }),
  'notices/phoneReminders': nothing,
  'notices/keepPhoneAnswers': () => ({ answers: [{ purpose: 'entryResult', answer: 'accept' }] }),
  'notices/choosePhone': () => ({ purpose: 'entryResult', wanted: false }),
  'notices/unsentMessages': nothing,
  'notices/sendMessagesAgain': ({ unsent }) => ({ messageId: unsent, state: 'dead', code: 47003 }),
  'people/devices': nothing,
  'people/endDevice': ({ people }, kind) => ({ deviceId: people[kind === 'visitor' ? 'stranger' : kind].deviceId }),
  'people/endOtherDevices': nothing,
  'people/signIn': nothing,
  'people/signOut': nothing,
  'people/me': nothing,
  'people/bindPhone': () => ({ code: 'code-of-phone-button' }),
  'people/updateSettings': () => ({ elderMode: true, displayName: '王小明' }),
  'people/sendFeedback': () => ({ kind: 'complaint', body: '审核太慢', contact: '19900007000' }),
  'people/myFeedback': nothing,
  'people/listFeedback': () => ({ answered: false }),
  'people/revealContact': ({ feedbackId }) => ({ feedbackId }),
  'people/answerFeedback': ({ feedbackId }) => ({ feedbackId, version: 1, answer: '已转县区办理' }),
  'people/securityLog': () => ({ act: 'people/signInAs', day: '2026-11-24' }),
  'oversight/myOpenings': nothing,
  'oversight/auditChecks': nothing,
  'oversight/checkAudit': nothing,
  'oversight/openings': () => ({ day: '2026-11-24' }),
  'oversight/chain': () => ({ reference: 'XH2026-141002-0001' }),
  'people/useGrantCode': ({ code }) => ({ code: code.toLowerCase(), name: '王小明' }),
  'people/makeGrantCode': () => ({
    role: 'regionStaff',
    scope: { kind: 'region', regionId: here },
    note: '窗口',
    uses: 2,
    days: '3',
    endsOn: '2026-12-31',
  }),
  'people/grantCodes': nothing,
  'people/voidGrantCode': ({ codeId }) => ({ codeId }),
  'people/grants': () => ({ role: null, regionId: null, q: '' }),
  'people/revokeGrant': ({ grantId }) => ({ grantId }),
  'people/givingChoices': nothing,
  'people/organisations': nothing,
  'people/addOrganisation': () => ({ kind: 'bank', nameZh: '演示银行二', regionId: null }),
  'people/changeOrganisation': () => ({ organisationId: organisation, nameZh: '演示银行一', active: true }),

  'competition/home': nothing,
  'competition/contest': ({ contestId }) => ({ contestId }),
  'competition/guide': ({ contestId }) => ({ contestId }),
  'competition/contestSetups': nothing,
  'competition/contestSetup': ({ contestId }) => ({ contestId }),
  'competition/saveContestCard': setting({
    office: '创业服务窗口',
    phone: '0357-2012345',
    address: '政务服务中心一楼',
    hours: '工作日 09:00–17:00',
    venue: '',
  }),
  'competition/addOwnTrack': setting({ zh: '文旅康养' }),
  'competition/removeOwnTrack': ({ contestId, region }) => ({
    contestId,
    version: 1,
    code: region === 'LFEDZ' ? 'advanced_manufacturing' : 'digital_city',
  }),
  'competition/moveWindow': setting({ phase: 'signUp', first: '2026-11-04', last: '2026-12-10' }),
  'competition/drift': nothing,
  'competition/announcement': ({ announcements }) => ({ announcementId: announcements.published.announcementId }),
  'competition/announcements': nothing,
  'competition/openPublicFile': ({ announcements }) => ({ uploadId: announcements.published.open }),
  'competition/writeAnnouncement': ({ region }) => ({ regionId: region, ...announcementText }),
  'competition/keptAnnouncement': ({ announcements }) => ({ announcementId: announcements.draft.announcementId }),
  'competition/editAnnouncement': ofDraft(announcementText),
  'competition/publishAnnouncement': ofDraft(),
  'competition/withdrawAnnouncement': ({ announcements: { published } }) => ({
    announcementId: published.announcementId,
    version: published.version,
  }),
  'competition/deleteAnnouncement': ofDraft(),
  'competition/beginAnnouncementFile': ({ announcements }) => ({
    announcementId: announcements.draft.announcementId,
    slot: 'attachment',
    name: '安排.pdf',
    size: 1000,
  }),
  'competition/finishAnnouncementFile': ({ announcements }) => ({ uploadId: announcements.draft.accepted }),
  'competition/cancelAnnouncementFile': ({ announcements }) => ({ uploadId: announcements.sending }),
  'competition/removeAnnouncementFile': ({ announcements }) => ({ uploadId: announcements.draft.accepted }),
  'competition/editions': nothing,
  'competition/edition': () => ({ editionId: currentEdition }),
  'competition/editionPart': () => ({ editionId: currentEdition, part: 'clocks' }),
  'competition/templateFiles': () => ({ editionId: currentEdition }),
  'competition/beginTemplateFile': () => ({
    editionId: currentEdition,
    slot: 'template',
    name: '计划书模板.docx',
    size: 4000,
  }),
  'competition/finishTemplateFile': ({ template }) => ({ uploadId: template.accepted }),
  'competition/cancelTemplateFile': ({ template }) => ({ uploadId: template.sending }),
  'competition/removeTemplateFile': ({ template }) => ({ uploadId: template.accepted }),
  'competition/previewEdition': () => ({ editionId: currentEdition }),
  'competition/makeEdition': () => ({ from: null }),
  'competition/savePart': ({ drafted }) => ({ ...drafted.part, data: {} }),
  'competition/confirmPart': ({ drafted }) => drafted.part,
  'competition/publishEdition': ({ drafted: { editionId, version } }) => ({ editionId, version }),
  'competition/dropEdition': ({ drafted: { editionId, version } }) => ({ editionId, version }),
  'competition/publishPart': () => ({ editionId: currentEdition, part: 'clocks', version: 1, reason: '补正时间太短' }),
  'competition/dropPartChanges': () => ({ editionId: currentEdition, part: 'clocks', version: 1 }),

  'entry/mine': nothing,
  'entry/inEdition': () => ({ editionId: currentEdition }),
  'entry/start': ({ contestId }) => ({ contestId, trackCode: 'modern_services', groupCode: 'idea_team' }),
  'entry/get': about('draft'),
  'entry/takeRules': about('draft'),
  'entry/saveSection': about('draft', {
    section: 'leader',
    version: 1,
    data: { name: '王小明', founderRole: 'first_founder', keyGroup: null },
    sealed: { phone: '19900008001' },
  }),
  'entry/changeContest': moving('draft', { contestId: `${currentEdition}-141033`, trackCode: 'rural_revitalisation' }),
  'entry/lateChoices': nothing,
  'entry/makeLateCode': ({ contestId }) => ({
    contestId,
    trackCode: null,
    lastDay: '2026-12-20',
    uses: 1,
    reason: '停电',
  }),
  'entry/lateCodes': nothing,
  'entry/voidLateCode': ({ late }) => ({ codeId: late.codeId }),
  'entry/seeLateCode': ({ late }) => ({ code: late.code }),
  'entry/startLate': ({ late }) => ({ code: late.code, trackCode: 'rural_revitalisation', groupCode: 'idea_team' }),
  'entry/admitLate': ({ late: { entryId, version, code } }) => ({ entryId, version, code }),
  'entry/giveConsents': about('draft', { sensitive: true, publicDisplay: true }),
  'entry/inviteMember': about('draft', { access: 'view' }),
  'entry/invitation': ({ draft }) => ({ token: draft.invitation }),
  'entry/joinTeam': ({ draft }) => ({
    token: draft.invitation,
    name: '赵强',
    roleZh: '技术',
    phone: '19900006000',
    sensitive: true,
  }),
  'entry/consentAsMember': about('draft', { agreed: true }),
  'entry/removeMember': ({ draft }) => ({ entryId: draft.entryId, memberId: draft.viewerMember }),
  'entry/leaveTeam': about('draft'),
  'entry/beginUpload': about('draft', { slot: 'business_plan', name: '计划书.pdf', size: 1000 }),
  'entry/finishUpload': ({ draft }) => ({ uploadId: draft.accepted }),
  'entry/cancelUpload': ({ begun }) => ({ uploadId: begun.sending }),
  'entry/removeMaterial': ({ draft }) => ({ uploadId: draft.accepted }),
  'entry/openMaterial': ({ submitted }) => ({ uploadId: submitted.accepted }),
  'entry/submit': moving('ready'),
  'entry/resubmit': moving('returned'),
  'entry/recall': moving('submitted'),
  'entry/withdraw': moving('submitted', { reason: '' }),
  'entry/deleteDraft': moving('draft'),
  'entry/receipt': about('submitted'),
  'entry/status': about('submitted'),

  'screening/queue': ({ contestId }) => ({
    filter: { contestId, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' },
  }),
  'screening/neighbours': ({ contestId, submitted }) => ({
    filter: { contestId, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' },
    entryId: submitted.entryId,
  }),
  'screening/search': () => ({ q: '8000' }),
  'screening/review': about('submitted'),
  'screening/claim': moving('submitted'),
  'screening/release': moving('read'),
  'screening/markSection': about('read', {
    section: 'project',
    markVersion: 1,
    verdict: 'fault',
    codes: [],
    comment: '请写明产品',
  }),
  'screening/markAll': about('read'),
  'screening/return': moving('faulty', { message: '请按提示修改' }),
  'screening/approve': moving('read'),
  'screening/reject': moving('read', { reason: '不符合参赛条件' }),
  'screening/transfer': moving('read', {
    toContestId: `${currentEdition}-141033`,
    trackCode: 'rural_revitalisation',
    reason: '注册地在蒲县',
  }),
  'screening/takeBack': decided('decided'),
  'screening/sendNow': decided('decided'),
  'screening/sign': decided('unsigned'),
  'screening/refuseSignature': decided('unsigned', { reason: '理由不充分' }),
  'screening/reopen': moving('qualified', { reason: '材料有误' }),
  'screening/recallReturn': moving('returned', { reason: '退错了项目' }),
  'screening/addNote': about('submitted', { body: '已电话核实' }),
  'screening/recordChecks': about('submitted', {
    codes: ['abnormalOperation'],
    clear: true,
    checkedOn: '2026-11-24',
    note: '公示系统查询截图',
  }),
  'screening/beginCheckPicture': ({ check }) => ({
    checkId: check.checkId,
    slot: 'picture',
    name: '截图.jpg',
    size: 1000,
  }),
  'screening/finishCheckPicture': ({ check }) => ({ uploadId: check.accepted }),
  'screening/cancelCheckPicture': ({ check }) => ({ uploadId: check.sending }),
  'screening/openCheckPicture': ({ check }) => ({ uploadId: check.accepted }),
  'screening/reveal': about('read', { field: 'leader.phone' }),
  'screening/batchPreview': ({ submitted }) => ({ move: 'claim', entryIds: [submitted.entryId] }),
  'screening/settleBatch': ({ decided: { decisionId } }) => ({ batchId: decisionId, move: 'takeBack' }),
  'screening/batchRun': ({ submitted: { entryId, version } }) => ({ move: 'claim', rows: [{ entryId, version }] }),

  'awards/pastWins': about('submitted'),
  'awards/results': () => ({ editionId: pastEdition, regionId: null }),
  'policies/list': nothing,
  'policies/get': ({ policy }) => ({ code: policy }),
  'policies/mine': nothing,
  'policies/seen': ({ policy }) => ({ policies: [{ code: policy, version: 1, stand: 'text' }] }),
  'policies/check': () => ({ facts: [{ fact: 'registered', value: true }] }),
  'policies/answersFor': about('submitted'),
  'policies/myFacts': nothing,
  'policies/declareFacts': () => ({ facts: [{ fact: 'employees', value: 3 }] }),
  'policies/withdrawFact': () => ({ fact: 'employees' }),
  'policies/factsOf': about('submitted'),
  'policies/checkFact': about('submitted', { fact: 'employees', value: 3, on: '2026-11-20', note: '社保缴费名单' }),

  'notices/landing': nothing,
  'notices/inbox': nothing,
  'notices/markRead': ({ people }, kind) => ({ itemId: people[kind === 'visitor' ? 'stranger' : kind].inboxItem }),
  'notices/markAllRead': nothing,
  'notices/workbench': nothing,
};
