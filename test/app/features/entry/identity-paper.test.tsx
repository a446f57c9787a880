import { fireEvent, waitFor } from '@testing-library/react';
import { SectionDesk } from '../../../../src/features/entry/form/section-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, entryView, homeView, sectionView } from './entry-data';

const { get, saveSection } = api.entry;
const leader = (more: Partial<ReturnType<typeof sectionView>> = {}) =>
  sectionView({ section: 'leader', zh: '项目负责人', data: {}, ...more });
const show = () => showPage(<SectionDesk entryId={entryId} section="leader" check={false} />);
const missing = (id: string) => document.getElementById(id) === null;

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-24T11:00:00+08:00'));
  api.competition.home.mockResolvedValue(homeView);
  get.mockResolvedValue(entryView({ sections: [leader()] }));
  saveSection.mockReset();
  saveSection.mockResolvedValue(leader({ version: 4 }));
});

test('where the edition takes the card alone, nobody is asked for the kind of paper', async () => {
  api.competition.contest.mockResolvedValue(contestView);
  show();
  await waitFor(() => control('field-idNumber'));
  expect(missing('field-idKind')).toBe(true);
  expect(missing('field-birthDate')).toBe(true);
});

test('another paper has its own number, and the birth date is asked; the number is sent as the field is left', async () => {
  api.competition.contest.mockResolvedValue({
    ...contestView,
    identityPapers: ['resident_id', 'hk_macao_permit', 'passport'],
  });
  get.mockResolvedValue(entryView({ sections: [leader({ data: { idKind: 'hk_macao_permit' } })] }));
  saveSection.mockResolvedValue(leader({ version: 4, data: { idKind: 'hk_macao_permit' } }));
  show();
  await waitFor(() => control('field-birthDate'));
  expect(document.body.textContent).toContain('通行证号码');
  const number = control('field-idNumber');
  fireEvent.change(number, { target: { value: 'h1234567' } });
  fireEvent.blur(number);
  expect((await waitFor(() => control('field-idNumber-error'))).textContent).toContain('字母 H 或 M 加 8 位数字');
  expect(saveSection).not.toHaveBeenCalled();
  fireEvent.change(number, { target: { value: 'h12345678' } });
  expect(saveSection).not.toHaveBeenCalled();
  fireEvent.blur(number);
  await waitFor(() => expect(saveSection.mock.lastCall?.[0].sealed).toEqual({ idNumber: 'h12345678' }));
});

test('a phone of eleven digits is sent at once, in full width too; a landline as the field is left', async () => {
  api.competition.contest.mockResolvedValue(contestView);
  show();
  const phone = await waitFor(() => control('field-phone'));
  fireEvent.change(phone, { target: { value: '0357-2012345' } });
  expect(saveSection).not.toHaveBeenCalled();
  fireEvent.blur(phone);
  await waitFor(() => expect(saveSection.mock.lastCall?.[0].sealed).toEqual({ phone: '0357-2012345' }));
  await waitFor(() => expect((control('field-phone') as HTMLInputElement).value).toBe(''));
  fireEvent.change(control('field-phone'), { target: { value: '１９９０００08000' } });
  await waitFor(() => expect(saveSection.mock.lastCall?.[0].sealed).toEqual({ phone: '１９９０００08000' }));
});
