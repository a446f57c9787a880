import type { consentTextForm } from './form';

/** A text that people agree to, by its kind and version. Its shape stands in `form.ts`, once. */
export type ConsentText = (typeof consentTextForm)['_zod']['output'];

/** What is said beside a field that waits for a consent. */
export const consentFirst = ({ zh }: Pick<ConsentText, 'zh'>): string => `请先阅读并勾选“${zh}”，再填写`;

/** What is said where a consent is missing. */
export const consentMissing = ({ zh }: Pick<ConsentText, 'zh'>): string => `请阅读后勾选“${zh}”`;
