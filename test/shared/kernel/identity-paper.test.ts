import {
  birthDateBy,
  checkPaperNumber,
  maskPaperNumber,
  paperIdentity,
  paperKindOf,
} from '@shared/kernel/identity-paper';
import { checkDigitOf } from '@shared/kernel/resident-id';

const today = '2026-11-24';
const withCheck = (first17: string) => first17 + checkDigitOf(first17);
const residence = withCheck('83000019900307001');

test.each([
  ['passport', ' e1234-5678 ', 'E12345678'],
  ['passport', 'ＡＢ１２３４５', 'AB12345'],
  ['hk_macao_permit', 'h12345678', 'H12345678'],
  ['hk_macao_permit', 'M1234567801', 'M12345678'],
  ['taiwan_permit', '1234 5678', '12345678'],
  ['taiwan_permit', '1234567801', '12345678'],
  ['hmt_residence_permit', residence, residence],
  ['resident_id', withCheck('14100019900307001'), withCheck('14100019900307001')],
] as const)('a number of %s typed as %j is taken as %s', (kind, typed, value) => {
  expect(checkPaperNumber(kind, typed, today)).toEqual({ ok: true, value });
});

test.each([
  ['passport', 'E123', 'PAPER_NUMBER_FORMAT'],
  ['passport', 'ABCDEFGH', 'PAPER_NUMBER_FORMAT'],
  ['hk_macao_permit', 'A12345678', 'PAPER_NUMBER_FORMAT'],
  ['hk_macao_permit', 'H1234567', 'PAPER_NUMBER_FORMAT'],
  ['taiwan_permit', '1234567', 'PAPER_NUMBER_FORMAT'],
  ['hmt_residence_permit', withCheck('14100019900307001'), 'PAPER_NUMBER_FORMAT'],
  ['hmt_residence_permit', '830000199003070010', 'RESIDENT_ID_CHECK_DIGIT'],
] as const)('a number of %s typed as %j is refused', (kind, typed, code) => {
  expect(checkPaperNumber(kind, typed, today)).toMatchObject({ ok: false, code });
});

test('only numbers of eighteen digits tell the birth date', () => {
  expect(birthDateBy('hmt_residence_permit', residence, '2000-01-01')).toBe('1990-03-07');
  expect(birthDateBy('resident_id', null, '2000-01-01')).toBeNull();
  expect(birthDateBy('passport', 'E12345678', '2000-01-01')).toBe('2000-01-01');
  expect(birthDateBy('passport', 'E12345678', '2000-02-30')).toBeNull();
});

test('a number is shown masked', () => {
  expect(maskPaperNumber('hk_macao_permit', 'H12345678')).toBe('H1*****78');
  expect(maskPaperNumber('passport', 'AB123')).toBe('A***3');
  expect(maskPaperNumber('hmt_residence_permit', residence)).toBe(`8300**********${residence.slice(-4)}`);
});

test('two papers are one by kind and number, and a number of eighteen digits by itself', () => {
  expect(paperIdentity('passport', '12345678')).not.toBe(paperIdentity('taiwan_permit', '12345678'));
  expect(paperIdentity('hmt_residence_permit', residence)).toBe(paperIdentity('resident_id', residence));
});

test('a kind that the edition does not take is read as the card', () => {
  expect(paperKindOf('passport', ['resident_id', 'passport'])).toBe('passport');
  expect(paperKindOf('passport', ['resident_id'])).toBe('resident_id');
  expect(paperKindOf(undefined, ['resident_id', 'passport'])).toBe('resident_id');
});
