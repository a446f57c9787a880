const shownInside = new Set(['pdf', 'jpg', 'png', 'mp4', 'mov']);

/** Shown in the browser where it can show it, else offered as a download; Chinese names as RFC 5987 says. */
export function contentDisposition(kind: string, name: string): string {
  const plain = `file.${kind}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${shownInside.has(kind) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * What an opened file may do: nothing. A sandbox on top, except for PDF, which Chromium's viewer refuses to show in one; it is
 * never taken for a page of ours, by its type and nosniff.
 */
export function contentPolicy(kind: string): string {
  const policy =
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  return kind === 'pdf' ? `${policy}; object-src 'self'` : `${policy}; sandbox`;
}
