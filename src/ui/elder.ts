import { createContext, useContext } from 'react';

/** Whether the person reads in elder mode: larger text, larger targets. Provided once by the app, read by every `Page`. */
export const ElderContext = createContext(false);

/** True in elder mode; for what styles alone cannot do. */
export const useElder = (): boolean => useContext(ElderContext);
