import { createContext } from 'react';
import type { Material } from '../material-words';

/** On a wide window: shows a document beside the form instead of over it. null where there is no room. */
export const ShowBeside = createContext<((material: Material) => Promise<void>) | null>(null);
