import { mergeInternalComponents } from '@tarojs/shared';
import ariaAttributes from './attributes.json';

// Taro names a template's attributes by their place in its table (p0, p1 …): the table of the running app must be the
// one the templates were built with, or every attribute would land in another's place.
mergeInternalComponents(ariaAttributes);
