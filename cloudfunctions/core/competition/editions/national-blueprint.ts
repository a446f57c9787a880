import type { Blueprint } from '@shared/competition/blueprint';
import { usualReminders } from '@shared/competition/reminders/kinds';
import { usualCourses, usualTrainingRules } from '@shared/competition/training-terms';
import { fourLists } from '@shared/screening/checks';

const mb = 1024 * 1024;
/** A value to begin with: no source names a term; long enough for the objections and checks that follow an edition. */
const sealedMonths = 24;

/**
 * What a city's first edition begins with; it ships with the product. Groups follow the provincial rules of 2022 and 2023 where they exist
 * (16 or older, registered under five years), the three common tracks are those of 2025; whatever has no official source (the split at three
 * years, sizes, clocks, lengths, the ladder) says so in `basisZh` and is confirmed part by part before it is published. 【请…】 is what only the
 * city can write; nothing is published while one stands.
 */
export const nationalBlueprint: Blueprint = {
  basisZh:
    '组别年龄和注册年限参照省级赛事公开规则，共同赛道沿用 2025 年；分组界限、团队人数、材料、审核时限、赛程天数、奖项名额和保存年限没有正式文件，是参考值，须由主办单位逐项确认',
  phases: [
    { code: 'signUp', zh: '报名', usualDays: 40 },
    { code: 'screening', zh: '资格审核', usualDays: 50 },
    { code: 'judging', zh: '评审', regionMayMove: true, usualDays: 20 },
    { code: 'publicity', zh: '公示', usualDays: 7 },
  ],
  tracks: [
    { code: 'modern_services', zh: '现代服务' },
    { code: 'rural_revitalisation', zh: '乡村振兴' },
    { code: 'silver_economy', zh: '银发经济' },
  ],
  ownTracksMax: 2,
  groups: [
    {
      code: 'idea_team',
      zh: '创意组',
      hintZh: '还没办营业执照的个人或团队',
      registered: false,
      ageMin: 16,
      ageMax: null,
      teamMin: 1,
      teamMax: 5,
      registeredAfterMonths: null,
      registeredUpToMonths: null,
    },
    {
      code: 'start_up',
      zh: '初创组',
      hintZh: '已办营业执照，到基准日未满 3 年',
      registered: true,
      ageMin: 16,
      ageMax: null,
      teamMin: 1,
      teamMax: 10,
      registeredAfterMonths: 36,
      registeredUpToMonths: null,
    },
    {
      code: 'growth',
      zh: '成长组',
      hintZh: '办营业执照已满 3 年，到基准日未满 5 年',
      registered: true,
      ageMin: 16,
      ageMax: null,
      teamMin: 1,
      teamMax: 10,
      registeredAfterMonths: 60,
      registeredUpToMonths: 36,
    },
  ],
  slots: [
    {
      code: 'business_plan',
      zh: '商业计划书',
      hintZh: '写清做什么、卖给谁、要多少钱、能带动多少人。PDF 或 Word，不超过 20 MB',
      kinds: ['pdf', 'doc', 'docx'],
      maxBytes: 20 * mb,
      neededWhen: 'always',
    },
    {
      code: 'pitch_deck',
      zh: '路演（上台讲项目）用的 PPT',
      hintZh: 'PDF 或 PPT，不超过 50 MB',
      kinds: ['pdf', 'ppt', 'pptx'],
      maxBytes: 50 * mb,
      neededWhen: 'never',
      lockHours: 24,
    },
    {
      code: 'licence',
      zh: '营业执照',
      hintZh: '照片或 PDF，不超过 10 MB',
      kinds: ['jpg', 'png', 'pdf'],
      maxBytes: 10 * mb,
      neededWhen: 'registered',
    },
    {
      code: 'identity_paper',
      zh: '证件照片',
      hintZh: '护照、通行证或居住证上有照片和号码的一面。照片或 PDF，不超过 10 MB；只供审核人员核对，不公开',
      kinds: ['jpg', 'png', 'pdf'],
      maxBytes: 10 * mb,
      neededWhen: 'otherPaper',
    },
    {
      code: 'ip_proof',
      zh: '专利证书、商标证或授权书',
      hintZh: 'PDF 或照片，最多 3 个，每个不超过 20 MB',
      kinds: ['pdf', 'jpg', 'png'],
      maxBytes: 20 * mb,
      files: 3,
      neededWhen: 'claimsIp',
    },
    {
      code: 'social_proof',
      zh: '社保缴费证明',
      hintZh: 'PDF 或照片，请遮盖员工姓名和证件号，不超过 10 MB',
      kinds: ['pdf', 'jpg', 'png'],
      maxBytes: 10 * mb,
      neededWhen: 'claimsInsuredJobs',
    },
    {
      code: 'video',
      zh: '项目视频',
      hintZh: 'MP4 或 MOV，3 分钟以内，不超过 50 MB',
      kinds: ['mp4', 'mov'],
      maxBytes: 50 * mb,
      maxSeconds: 180,
      neededWhen: 'never',
    },
  ],
  consents: [
    {
      kind: 'sensitive',
      zh: '同意处理身份证号、手机号等个人信息',
      required: true,
      version: '2',
      receiverZh: '报名地（转办后为接收地）审核人员',
      purposeZh: '核对参赛资格、联系本人、查找本人可享受的扶持政策',
      fieldsZh: '证件号码、手机号、出生年月、所选重点群体，用其他证件的还有证件照片',
      untilZh: `本届审核结束后 ${sealedMonths} 个月`,
      bodyZh: `为核对参赛资格，需要负责人的证件号码和手机号、团队成员的手机号，用居民身份证以外证件的还需要证件照片；手机号用于核对和联系本人；负责人的出生年月和所选重点群体另用于查找本人可享受的扶持政策，可在“政策”页查看、更正和撤回。号码加密保存，报名地（转办后为接收地）审核人员因审核需要可查看完整号码和证件照片，每次查看都有记录。保存至本届审核结束后 ${sealedMonths} 个月，期满删除。不同意的，不能填写号码、上传证件照片和提交报名，团队成员不能加入。提交前可以撤回同意，撤回或退出团队后立即删除；提交后要撤回的，请由负责人办理退赛，退赛后立即删除。处理者：【请填写主办单位】，电话：【请填写电话】。`,
    },
    {
      kind: 'publicDisplay',
      zh: '同意公开展示项目名称和简介',
      required: false,
      version: '1',
      receiverZh: '大赛页面和宣传的读者',
      purposeZh: '公开展示参赛项目',
      fieldsZh: '项目名称、一句话简介',
      untilZh: '撤回同意为止',
      bodyZh:
        '同意后，项目名称、一句话简介可在大赛页面和宣传中展示，不含您的联系方式。不同意不影响参赛，以后也可以撤回。',
    },
  ],
  declaration: {
    version: '1',
    bodyZh:
      '本人承诺：所填内容和上传材料真实、完整；项目为原创或已取得合法授权，不侵犯他人知识产权；本人及经营主体信用良好，不在失信被执行人、严重违法失信、经营异常和拖欠农民工工资名单内；同意按大赛规则接受审核和公示。如有不实，愿接受取消参赛、获奖资格等处理，并承担相应责任。',
  },
  returnReasons: [
    { code: 'PROJECT_UNCLEAR', section: 'project', zh: '项目简介不完整，请说明产品或服务、客户和现状' },
    { code: 'TRACK_MISMATCH', section: 'project', zh: '所选赛道与项目内容不符，请重新选择' },
    { code: 'GROUP_MISMATCH', section: 'project', zh: '所选组别与登记注册时间不符' },
    { code: 'LEADER_NOT_FOUNDER', section: 'leader', zh: '请补充负责人为项目发起人或主要成员的说明' },
    { code: 'ID_MISMATCH', section: 'leader', zh: '负责人姓名与证件号码不一致，请核对' },
    { code: 'ID_PHOTO_UNREADABLE', section: 'materials', zh: '证件照片看不清，或与所填证件不一致，请重新上传' },
    { code: 'LICENCE_UNREADABLE', section: 'materials', zh: '营业执照不清晰或不完整，请重新上传' },
    { code: 'ENTITY_MISMATCH', section: 'entity', zh: '统一社会信用代码、名称与营业执照不一致' },
    {
      code: 'REGION_MISMATCH',
      section: 'entity',
      zh: '登记注册地不在本县（市、区）。请核对；填写无误的，审核人员会转到注册地审核',
    },
    { code: 'PLAN_MISSING_PARTS', section: 'materials', zh: '商业计划书缺少市场、团队、财务或带动就业部分' },
    { code: 'FILE_UNREADABLE', section: 'materials', zh: '文件无法打开或有密码，请重新上传' },
    { code: 'IP_PROOF_MISSING', section: 'materials', zh: '声明有知识产权，请上传专利证书、商标证或授权书' },
    { code: 'JOBS_NO_BASIS', section: 'jobs', zh: '请说明直接、间接带动就业人数的依据' },
    { code: 'TEAM_CONSENT_MISSING', section: 'team', zh: '有团队成员尚未确认参赛' },
    { code: 'DECLARATION_MISSING', section: 'declaration', zh: '承诺书未确认或姓名与负责人不一致' },
  ],
  // Written out, so that the city finds them and says of each whether approval waits for it.
  checks: [...fourLists],
  clocks: { firstReview: 5, correction: 5, reReview: 3, feedback: 15 },
  // Written out, so that the city finds and changes them.
  reminders: [...usualReminders],
  retention: { sealedMonths },
  organiser: { nameZh: '', filingZh: '' },
  awards: [
    { code: 'first', zh: '一等奖', places: 1 },
    { code: 'second', zh: '二等奖', places: 2 },
    { code: 'third', zh: '三等奖', places: 4 },
  ],
  loanRuleZh: '财金〔2023〕75号',
  // Written out, so that the city finds and changes them.
  courses: [...usualCourses],
  trainingRules: { ...usualTrainingRules, sourceZh: '演示，待主办单位提供文件' },
  guide: { rulesZh: '', faq: [], templates: [] },
  identityPapers: ['resident_id', 'hk_macao_permit', 'taiwan_permit', 'hmt_residence_permit', 'passport'],
};
