import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { ReviewDesk } from '../../../../src/features/screening/review/review-desk';
import { api } from '../../../support/api';
import { clerk, control, entryId, reviewView, section, show } from './review-view';

const screening = api.screening;
const other = '0197f000-0000-7000-8000-0000000000cc';

beforeEach(() => {
  keepSession('a-session');
  window.innerWidth = 375;
  api.people.me.mockResolvedValue(clerk);
  screening.review.mockResolvedValue(reviewView());
  screening.neighbours.mockReset().mockResolvedValue({ place: 'a-place', previous: null, next: other });
});

test('from a queue one goes on in its order and under its filter, and asks again from where the entry stood', async () => {
  const { client } = show(<ReviewDesk entryId={entryId} params={{ entryId, claimed: 'none', overdue: '1' }} />);
  await screen.findByText('逐项审核');
  await waitFor(() => expect((control('next-entry') as HTMLButtonElement).disabled).toBe(false));
  expect((control('previous-entry') as HTMLButtonElement).disabled).toBe(true);
  expect(screening.neighbours.mock.lastCall?.[0]).toMatchObject({
    entryId,
    place: null,
    filter: { claimed: 'none', overdue: true, state: 'waiting' },
  });
  await client.invalidateQueries({ queryKey: ['screening'] });
  await waitFor(() => expect(screening.neighbours.mock.lastCall?.[0]).toMatchObject({ place: 'a-place' }));
  fireEvent.click(control('next-entry'));
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: `/packages/staff/review/index?entryId=${other}&claimed=none&overdue=1`,
    }),
  );
});

test('what is not read is found in order with one tap, while nothing was found faulty', async () => {
  const read = reviewView().sections.map((each) => ({ ...each, verdict: 'ok' as const, markVersion: 1 }));
  screening.markAll.mockImplementation(async () => {
    screening.review.mockResolvedValue(reviewView({ sections: read }));
    return { sections: read };
  });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await screen.findByText('全部无误'));
  await waitFor(() => expect((control('approve') as HTMLButtonElement).disabled).toBe(false));
  expect(screening.markAll).toHaveBeenCalledTimes(1);
  expect(document.getElementById('mark-all')).toBeNull();
});

test('with a fault it is not offered', async () => {
  screening.review.mockResolvedValue(
    reviewView({ sections: [section('project', '项目情况', { verdict: 'fault' }), section('jobs', '带动就业')] }),
  );
  show(<ReviewDesk entryId={entryId} />);
  await screen.findByText('带动就业');
  expect(document.getElementById('mark-all')).toBeNull();
});
