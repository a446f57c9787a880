import { fieldsOf } from '@shared/entry/fields';
import { keptSection, longestDraft, unkeepable } from '@shared/forms/kept-section';
import { checkDigitOf } from '@shared/kernel/resident-id';

const id = `14100019900307001${checkDigitOf('14100019900307001')}`;

test('every text is kept plain by the kind of its field, and nothing else is touched', () => {
  expect(
    keptSection(fieldsOf.entity, {
      name: ' 山货\u200b公司 ',
      uscc: '91350100 m000-100y43',
      registrationDate: '2025/3/3',
      regionId: ' x',
    }),
  ).toEqual({ name: '山货公司', uscc: '91350100M000100Y43', registrationDate: '2025-03-03', regionId: ' x' });
  expect(keptSection(fieldsOf.leader, { name: '阿依古丽•买买提', founderRole: null })).toEqual({
    name: '阿依古丽·买买提',
    founderRole: null,
  });
  expect(keptSection(fieldsOf.project, { description: '一\r\n二', claimsIp: true })).toEqual({
    description: '一\n二',
    claimsIp: true,
  });
});

test('an identity number in the open is not kept, nor what is longer than any draft', () => {
  expect(unkeepable(fieldsOf.project, { summary: `联系人 ${id}`, title: '山货' })).toEqual({
    summary: '请不要在这里填写身份证号，删去后再保存',
  });
  expect(unkeepable(fieldsOf.entity, { uscc: id })).toEqual({ uscc: '请不要在这里填写身份证号，删去后再保存' });
  expect(unkeepable(fieldsOf.entity, { uscc: '91350100M000100Y43' })).toEqual({});
  expect(unkeepable(fieldsOf.project, { description: '山'.repeat(longestDraft + 1) })).toEqual({
    description: '最多 3000 个字，现在 8001 个字，请删去 5001 个字',
  });
});
