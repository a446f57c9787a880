import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import { subsidyItems } from '@shared/benefits/kinds/subsidy/items';
import { sealedField } from '@shared/forms/question';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import type { SectionView } from '../../../../src/features/benefits/application/application-view';
import { holdsOf, type Saves, SectionCard } from '../../../../src/features/benefits/application/section-card';
import { wrongIn } from '../../../../src/patterns/forms/sealed-ready';
import { api } from '../../../support/api';
import { idNumber } from '../../../support/applications';
import { control, showPage, type } from '../../../support/shown';

const samples: Readonly<Record<string, readonly string[]>> = {
  idNumber: [idNumber],
  phone: ['19900001234', '0357-1234567'],
  account: ['62220202000012', '6222020200001234', '6222020200001234567', '1402 0000 1234'],
};

test('every covered question of every kind takes what the server takes of it', () => {
  const asked = kinds.flatMap((kind) =>
    kind.sections.flatMap(({ code, questions }) =>
      questions
        .filter(({ input }) => input === 'sealed')
        .flatMap(({ name }) =>
          (samples[name] ?? ['no sample']).map((sample) => {
            const holds = holdsOf[name];
            const here = holds === undefined ? 'unknown' : wrongIn(holds, sample);
            const there = kind.seals[sealedField(code, name)]?.(sample, '2026-11-24');
            return [codeOf(kind), name, sample, here, there?.ok];
          }),
        ),
    ),
  );
  expect(asked.filter(([, , , here, there]) => here !== null || there !== true)).toEqual([]);
  expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(Object.keys(samples)));
});

test('an account of nineteen digits is sent as it is left; while a wrong one stands typed nothing is handed in', async () => {
  keepSession('a-session');
  const kind = kinds.find((each) => codeOf(each) === subsidyItems[0]?.code);
  const spec = kind?.sections.find(({ code }) => code === 'pay');
  if (!spec) throw new Error('No account is asked for.');
  const view = {
    section: 'pay',
    zh: '收款账户',
    version: 1,
    data: { payee: '蒲县山货农产品有限公司' },
    masked: { account: '**** 1111' },
    editable: true,
    problems: {},
    sources: {},
    faults: [],
    choices: {},
  } as unknown as SectionView;
  api.benefits.saveApplication.mockImplementation(async () => ({
    ...view,
    version: 2,
    masked: { account: '**** 4567' },
  }));
  let keeper: Saves | undefined;
  const applicationId = '0197f000-0000-7000-8000-000000000001';
  showPage(
    <SectionCard
      applicationId={applicationId}
      spec={spec}
      view={view}
      closed={null}
      checked={false}
      onKeeper={(_, saves) => {
        keeper = saves;
      }}
    />,
  );
  fireEvent.click(control('edit-account'));
  type('field-account', '6222');
  fireEvent.blur(control('field-account'));
  expect(await screen.findByText('账号是 8 到 32 位数字，请核对')).toBeTruthy();
  expect([await keeper?.flush(), keeper?.stuck()]).toEqual([false, 'account']);
  expect(api.benefits.saveApplication).not.toHaveBeenCalled();
  type('field-account', '6222020200001234567');
  fireEvent.blur(control('field-account'));
  await waitFor(() => expect(screen.getByText('**** 4567')).toBeTruthy());
  expect(api.benefits.saveApplication.mock.calls[0]?.[0]).toMatchObject({ sealed: { account: '6222020200001234567' } });
  expect([await keeper?.flush(), keeper?.stuck()]).toEqual([true, null]);
});
