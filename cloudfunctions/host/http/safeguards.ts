import type { Mode } from '../../core/rpc/home';

/** What every answer tells the browser: it uses nothing of the device by itself, and no other site may draw what is ours into its own. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The headers of every answer. Browsers heed the last over HTTPS alone, which a production host stands behind. */
export const safeguardsOf = (mode: Mode): Readonly<Record<string, string>> =>
  mode === 'production' ? { ...always, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : always;
