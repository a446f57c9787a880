/** What areas after this one may ask of finance, and do. */
export { addLines, type PaymentLine, type PaymentStand, paymentsOf } from './lines';
export type { Settled, Settlers } from './settle';
