import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { api } from '../../../../src/client/api';
import { RepaymentSheet } from '../../../../src/features/benefits/lent/repayment-sheets';

jest.mock('../../../../src/client/api', () => ({ api: { lending: { addRepayment: jest.fn() } } }));

const loan = {
  applicationId: '0197f000-0000-7000-8000-000000000001',
  next: { on: '2026-12-21', principalFen: 0, interestFen: 48_611 },
} as Awaited<ReturnType<typeof api.lending.loan>>;
const sent = jest.mocked(api.lending.addRepayment);
const type = (id: string, value: string) =>
  fireEvent.input(document.getElementById(id) as HTMLElement, { target: { value }, detail: { value } });

test('an amount that is none is told beside its field, and never sent as 0', async () => {
  sent.mockResolvedValue(loan);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RepaymentSheet loan={loan} open onClose={() => undefined} />
    </QueryClientProvider>,
  );
  const day = document.getElementById('field-on') as HTMLElement;
  fireEvent.change(day, { target: { value: '2026-11-21' }, detail: { value: '2026-11-21' } });
  type('field-principalFen', '-100');
  type('field-interestFen', '');
  fireEvent.click(document.getElementById('repayment-send') as HTMLElement);
  await screen.findByText('请填写本金，没有还本金填 0');
  expect(screen.getByText('请填写利息，没有收利息填 0')).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
  type('field-principalFen', '１,０００');
  type('field-interestFen', ' 486.11 ');
  fireEvent.click(document.getElementById('repayment-send') as HTMLElement);
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ principalFen: 100_000, interestFen: 48_611 });
});
