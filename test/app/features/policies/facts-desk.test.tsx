import { screen, waitFor } from '@testing-library/react';
import { leaveDevice } from '../../../../src/client/session/leave-device';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { FactsDesk } from '../../../../src/features/policies/facts-desk';
import { api } from '../../../support/api';
import { control, showPage, tap, type } from '../../../support/shown';

const fact = (name: string, zh: string) => ({
  fact: name,
  zh,
  type: 'count',
  unitZh: '人',
  saidZh: null,
  choices: [],
  value: null,
  valueZh: null,
  sourceZh: null,
  otherwiseZh: null,
  declarable: true,
  withdrawable: false,
  checked: false,
  evidence: null,
});

test('a number that is refused is told at its own field, which comes into sight', async () => {
  leaveDevice();
  keepSession('a-session');
  api.policies.mine.mockResolvedValue({ policies: [] } as never);
  const facts = [fact('staff', '职工人数'), fact('hired.inYear', '新招用人数')];
  api.policies.myFacts.mockResolvedValue({ facts } as never);
  api.policies.declareFacts.mockRejectedValue(
    new Failure('POLICIES_FACT_WRONG', '有的填写不对', { 'facts.0.value': '不能大于 10 万' }),
  );
  showPage(<FactsDesk only={facts.map((each) => each.fact)} />);
  await waitFor(() => control('fact-hired-inYear'));
  type('fact-hired-inYear', '999999999');
  await tap('save-facts');
  expect(await screen.findByText('不能大于 10 万')).toBeTruthy();
  expect(control('fact-hired-inYear-error').textContent).toBe('不能大于 10 万');
  await waitFor(() => expect(document.activeElement?.id).toBe('fact-hired-inYear'));
});
