import type { BoothTables } from './core/rows';
import type { BoothEvents } from './shared/events';

// A noun of the product is named in these two lists by a line each; one of the tests joins them from outside.
declare module '@shared/events' {
  interface Events extends BoothEvents {}
}
declare module '../../../cloudfunctions/core/platform/schema' {
  interface Database extends BoothTables {}
}
