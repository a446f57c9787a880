import { createContext } from 'react';

/** True within a sheet, which stands fixed over its page: WeChat wants to be told so of a text area there. */
export const InSheet = createContext(false);
