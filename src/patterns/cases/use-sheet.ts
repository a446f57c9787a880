import { useState } from 'react';

/**
 * Which sheet of a page is open, where they send by the same moves. A refusal belongs to the sheet whose sending it answered and goes with it:
 * the next one is not to begin with what another was told, nor the page to go on saying it.
 * @param forget takes back what was refused last
 */
export function useSheet<Name>(forget: () => void) {
  const [sheet, setSheet] = useState<Name | null>(null);
  const turnTo = (next: Name | null): void => {
    forget();
    setSheet(next);
  };
  return { sheet, open: (name: Name) => turnTo(name), close: () => turnTo(null) };
}
