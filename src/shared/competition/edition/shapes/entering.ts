import { papers } from '../../../kernel/identity-paper';
import type { PartShape } from '../part-field';

/** Who may enter, and by which papers. */
export const groupsShape: PartShape = {
  fields: [
    {
      path: 'identityPapers',
      zh: '负责人可以用的证件',
      input: 'many',
      choices: Object.entries(papers).map(([value, { zh }]) => ({ value, zh })),
      empty: 'absent',
    },
  ],
  lists: [
    {
      path: 'groups',
      zh: '组别',
      key: 'code',
      fields: [
        { path: 'zh', zh: '名称', input: 'text', max: 60 },
        { path: 'hintZh', zh: '说明', hintZh: '参赛者选组别时看到的话', input: 'text', max: 400, empty: 'blank' },
        { path: 'registered', zh: '须已办营业执照', input: 'switch' },
        { path: 'ageMin', zh: '最小年龄', input: 'number', unit: '岁' },
        { path: 'ageMax', zh: '最大年龄', hintZh: '不限的不填', input: 'number', unit: '岁', empty: 'null' },
        { path: 'teamMin', zh: '团队最少人数', hintZh: '含负责人', input: 'number', unit: '人' },
        { path: 'teamMax', zh: '团队最多人数', hintZh: '含负责人', input: 'number', unit: '人' },
        {
          path: 'registeredUpToMonths',
          zh: '注册至少满',
          hintZh: '到基准日，不限的不填',
          input: 'number',
          unit: '个月',
          empty: 'null',
        },
        {
          path: 'registeredAfterMonths',
          zh: '注册未满',
          hintZh: '到基准日，不限的不填',
          input: 'number',
          unit: '个月',
          empty: 'null',
        },
      ],
    },
  ],
};

/** What entrants agree to, and how long their numbers are kept. */
export const consentsShape: PartShape = {
  fields: [
    { path: 'declaration.bodyZh', zh: '承诺书全文', input: 'area', max: 2000 },
    { path: 'declaration.version', zh: '承诺书版本', input: 'hidden' },
    {
      path: 'retention.sealedMonths',
      zh: '证件号码、电话保存多久',
      hintZh: '本届审核结束后保存多久，期满自动删除；要与授权书里写的一致',
      input: 'number',
      unit: '个月',
    },
  ],
  lists: [
    {
      path: 'consents',
      zh: '授权书',
      key: 'kind',
      fixed: true,
      fields: [
        { path: 'zh', zh: '名称', input: 'text', max: 60 },
        { path: 'bodyZh', zh: '全文', input: 'area', max: 400 },
        { path: 'receiverZh', zh: '谁能看到', input: 'text', max: 200, empty: 'absent' },
        { path: 'purposeZh', zh: '用途', input: 'text', max: 200, empty: 'absent' },
        { path: 'fieldsZh', zh: '哪些信息', input: 'text', max: 200, empty: 'absent' },
        { path: 'untilZh', zh: '保存到', input: 'text', max: 200, empty: 'absent' },
        { path: 'required', zh: '不同意就不能报名', input: 'switch' },
        { path: 'version', zh: '版本', input: 'hidden' },
      ],
    },
  ],
};
