import { createContext } from 'react';

/**
 * How one gets to the home page; provided once by the app. It stands alone, so that what a browser fetches before the first page holds no
 * control of the kit.
 */
export const WayHomeContext = createContext<{ isTab(path: string): boolean; go(): unknown } | null>(null);
