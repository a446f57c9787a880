import { filesUnder, textOf } from './tree';

/*
 * Nothing that somebody typed is lost: a form that is sent as a whole (`useFieldErrors`) keeps its fields by `useTypedForm` until it was sent.
 * What does not is named here with the reason.
 */
const unkept: Readonly<Record<string, string>> = {
  'src/features/awards/claims/award-desk.tsx idNumber': 'an ID number stays off the device',
  'src/features/awards/claims/award-desk.tsx agreed': 'a consent is given at the moment of sending',
  'src/features/awards/lists/bring-sheet.tsx way': 'which of two forms is shown',
  'src/features/benefits/application/begin-desk.tsx regionId':
    'one choice, whose tap begins the draft that the server keeps',
  'src/features/benefits/lent/account-sheet.tsx account': 'a bank account stays off the device',
  'src/features/benefits/lent/statements-desk.tsx which': 'which list is shown',
  'src/features/benefits/loan/example-desk.tsx': 'reckons an example, nothing is sent in',
  'src/features/entry/begin/eligibility-desk.tsx answers': 'answers of who is nobody yet stand in memory alone',
  'src/features/entry/late/late-desk.tsx chosen': 'stands behind a code, which stays off the device',
  'src/features/entry/late/late-desk.tsx trackCode': 'stands behind a code, which stays off the device',
  'src/features/entry/late/late-desk.tsx groupCode': 'stands behind a code, which stays off the device',
  'src/features/entry/team/invitation-desk.tsx phone': 'a phone number stays off the device',
  'src/features/entry/team/invitation-desk.tsx sensitive': 'a consent is given at the moment of sending',
  'src/features/people/complaint-desk.tsx contact': 'how a person is reached stays off the device',
  'src/features/people/grants/code-desk.tsx code': 'stands behind a code, which stays off the device',
  'src/features/people/settings-desk.tsx elder': 'counts at once, and the device keeps it',
  'src/features/policies/applicant/check-fact-sheet.tsx value':
    'may be a sensitive fact, which is kept nowhere but where it was asked',
  'src/features/referral/person-desk.tsx': 'a consent is given at the moment of sending',
  'src/features/training/desk/attendance.tsx n': 'which half-day is shown',
  'src/features/training/open/certificate-desk.tsx number': 'looks something up, nothing is sent in',
  'src/features/training/own/enrol-sheet.tsx phone': 'a phone number stays off the device',
  'src/features/training/own/enrol-sheet.tsx agreed': 'a consent is given at the moment of sending',
  'src/features/training/own/own-part.tsx code': 'a code stays off the device',
  'src/patterns/codes/typed-code-page.tsx code': 'a code stays off the device',
};

/** What of a form would be lost with its page: fields that React alone holds, and the file's name alone where no field of it is found. */
function lostIn(file: string, text: string): string[] {
  if (!/\buseFieldErrors[(<]/.test(text) || /function useFieldErrors/.test(text)) return [];
  const held = [...text.matchAll(/const \[(\w+), \w+\] = useState\b/g)].map(([, name]) => name);
  const typed = held.filter((name) => new RegExp(`(value|checked)=\\{(String\\()?${name}\\b`).test(text));
  return typed.length === 0 && !/\buseTypedForm\(/.test(text) ? [file] : typed.map((name) => `${file} ${name}`);
}

/** The values of fields for numbers that name or reach a person, or that open something, which go onto the device. */
function keptNumbers(text: string): string[] {
  const fields = text.split('<TextField').slice(1);
  const numbers = fields
    .map((each) => each.slice(0, each.indexOf('/>')))
    .filter((each) => /type="(phone|idcard|code)"/.test(each));
  const values = numbers.map((each) => /value=\{(\w+)/.exec(each)?.[1] ?? '');
  return values.filter((name) => new RegExp(`const \\[${name}, \\w+\\] = \\w+\\.field\\b`).test(text));
}

const sources = filesUnder('src', '.tsx').map((file) => [file, textOf(file)] as const);

test('a field that only React holds, a form without any kept, and a kept number are found', () => {
  const errors = 'const errors = useFieldErrors(failure, {});';
  const held = "const [why, setWhy] = useState(''); <TextField value={why} onChange={setWhy} />";
  expect(lostIn('a', `${errors} ${held}`)).toEqual(['a why']);
  expect(lostIn('a', errors)).toEqual(['a']);
  expect(lostIn('a', `${errors} useTypedForm('a'); const [open, setOpen] = useState(false);`)).toEqual([]);
  const phone = "const [phone, setPhone] = form.field('phone', ''); <TextField type=\"phone\" value={phone} />";
  expect(keptNumbers(phone)).toEqual(['phone']);
});

test('every form that is sent as a whole keeps what was typed, or says why not', () => {
  const lost = sources.flatMap(([file, text]) => lostIn(file, text));
  expect(lost.sort()).toEqual(Object.keys(unkept).sort());
  expect(sources.filter(([, text]) => /\buseTypedForm\(/.test(text)).length).toBeGreaterThan(45);
});

test('no number of a person and no code goes onto the device', () => {
  expect(sources.flatMap(([file, text]) => keptNumbers(text).map((name) => `${file} ${name}`))).toEqual([]);
});
