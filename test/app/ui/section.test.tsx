import { render, screen } from '@testing-library/react';
import { Card } from '../../../src/ui/card';
import { Night } from '../../../src/ui/night';
import { Page } from '../../../src/ui/page';
import { Section } from '../../../src/ui/section';

test('a section has a heading of the second level; a card with a title is one, a card without stays white', () => {
  const { container } = render(
    <>
      <Section title="材料" aside="3 份">
        甲
      </Section>
      <Card title="赛程">乙</Card>
      <Card>丙</Card>
    </>,
  );
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual(['材料', '赛程']);
  expect(screen.getByText('3 份')).toBeTruthy();
  expect([container.querySelectorAll('.xh-section').length, container.querySelectorAll('.xh-card').length]).toEqual([
    2, 1,
  ]);
});

test('a page’s title says its state, with the place over it; of the night only words are read out', () => {
  const { container } = render(
    <Page title="等您办 13 件，1 件已超期" over="蒲县">
      <Night brand="星火" kind="front">
        报名还剩
      </Night>
    </Page>,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('等您办 13 件，1 件已超期');
  expect(screen.getByText('蒲县')).toBeTruthy();
  const silent = Array.from(container.querySelectorAll('.xh-night-ridges, .xh-mark'));
  expect(silent.map((each) => each.getAttribute('aria-hidden'))).toEqual(['true', 'true', 'true']);
});
