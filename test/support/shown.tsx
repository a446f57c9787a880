import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Draws a page of the app with a cache of its own. */
export const showPage = (page: ReactNode) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      {page}
    </QueryClientProvider>,
  );

/** What is on the page by this id; throws where nothing is. */
export function control(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing on the page is called ${id}`);
  return found;
}

/** Taps it as soon as it is there. */
export async function tap(id: string): Promise<void> {
  const found = await waitFor(() => control(id));
  await act(async () => void fireEvent.click(found));
}

/** Types into it, in place of what stood there. */
export const type = (id: string, value: string): boolean => fireEvent.change(control(id), { target: { value } });
