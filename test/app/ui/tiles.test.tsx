import { fireEvent, render, screen } from '@testing-library/react';
import { Tiles } from '../../../src/ui/figures/tiles';

const tiles = [
  { id: 'a', zh: '永和', row: 1, column: 1, ownZh: '另设特色赛道' },
  { id: 'b', zh: '蒲县', row: 2, column: 3 },
];

test('of the tiles one is chosen; what a corner marks is said in words', () => {
  const onChange = jest.fn();
  const { container } = render(<Tiles id="region" label="赛场" tiles={tiles} value="b" onChange={onChange} />);
  expect(screen.getAllByRole('radio').map((tile) => tile.getAttribute('aria-checked'))).toEqual(['false', 'true']);
  const own = screen.getByRole('radio', { name: '永和，另设特色赛道' });
  fireEvent.click(own);
  expect(onChange.mock.calls).toEqual([['a']]);
  expect(Array.from(container.querySelectorAll('.xh-tile-corner')).length).toBe(1);
});
