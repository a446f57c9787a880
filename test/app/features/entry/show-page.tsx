import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';

/** Draws a page with a cache of its own. */
export const showPage = (page: ReactElement) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      {page}
    </QueryClientProvider>,
  );

export function control(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing on the page is called ${id}`);
  return found;
}
