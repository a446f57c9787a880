import Taro from '@tarojs/taro';
import { act, fireEvent, render } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { leaveDevice } from '../../../../src/client/session/leave-device';
import { MoveSheet } from '../../../../src/features/benefits/application/move-sheet';
import { ReturnSheet } from '../../../../src/features/benefits/desk/return-sheet';
import { type } from '../../../support/shown';

const control = (id: string) => document.getElementById(id) as HTMLInputElement;
const tap = (id: string) => act(async () => void fireEvent.click(control(id)));
const held = () =>
  Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith('xinghuo-draft:'))
    .map((key) => [key, Taro.getStorageSync(key)]);

beforeEach(() => leaveDevice());

test('a letter of faults that was left half-written stands part by part on its application, until it went out', async () => {
  const send = jest.fn(async () => true);
  const letter = (applicationId: string) => (
    <ReturnSheet
      applicationId={applicationId}
      open
      offered={{ move: 'return', label: '退回补正', danger: null, closed: null }}
      sections={[
        { code: 'person', zh: '申请人' },
        { code: 'business', zh: '经营主体' },
      ]}
      failure={null}
      onClose={() => undefined}
      onSend={send}
    />
  );
  const page = render(letter('loan-1'));
  type('fault-business', '营业执照看不清');
  type('return-message', '有问题请来电');
  page.unmount();
  const other = render(letter('loan-2'));
  expect(control('fault-business').value).toBe('');
  other.unmount();
  const again = render(letter('loan-1'));
  type('fault-person', '姓名与身份证不一致');
  await tap('return-send');
  expect(send.mock.lastCall).toEqual([
    [
      { section: 'person', text: '姓名与身份证不一致' },
      { section: 'business', text: '营业执照看不清' },
    ],
    '有问题请来电',
  ]);
  expect([control('fault-business').value, held()]).toEqual(['', []]);
  again.unmount();
});

test('what a move is told is found again over what is proposed; a bank account is never on the device', async () => {
  const send = jest.fn(async () => true);
  const offered = {
    move: 'disburse',
    label: '登记放款',
    danger: null,
    closed: null,
    asksReason: false,
    asked: { proposed: { amount: 30_000_000, payee: '某某公司' }, choices: {} },
  } as unknown as ComponentProps<typeof MoveSheet>['offered'];
  const sheet = (
    <MoveSheet
      applicationId="loan-1"
      kind="guaranteed-loan"
      move="disburse"
      offered={offered}
      open
      failure={null}
      onClose={() => undefined}
      onSend={send}
    />
  );
  const page = render(sheet);
  expect(control('field-disburse-payee').value).toBe('某某公司');
  type('field-disburse-payee', '某某公司蒲县分店');
  type('field-disburse-account', '6222020200112233445');
  page.unmount();
  expect(JSON.stringify(held())).not.toContain('6222020200112233445');
  const again = render(sheet);
  expect(control('field-disburse-payee').value).toBe('某某公司蒲县分店');
  expect(control('field-disburse-account').value).toBe('');
  type('field-disburse-disbursedOn', '2026-11-20');
  type('field-disburse-account', '6222020200112233445');
  await tap('disburse-send');
  expect(send.mock.lastCall).toEqual([
    '',
    { disbursedOn: '2026-11-20', amount: 30_000_000, payee: '某某公司蒲县分店', account: '6222020200112233445' },
  ]);
  expect([control('field-disburse-account').value, held()]).toEqual(['', []]);
  again.unmount();
});
