const fields: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  'leader.idNumber': '负责人身份证号',
  'leader.phone': '负责人手机号',
  'leader.paper': '负责人证件照片',
};

/** What of an entry was opened, by the name of its sealed field; `memberZh`: whose phone it is, null where that is not known. */
export const openedZh = (field: string, memberZh: string | null): string =>
  fields[field] ?? (memberZh === null ? '个人信息' : `${memberZh}的手机号`);
