import { canonicalJson, sha256Hex } from './crypto/hash';

/** A chain's newest row as a seal holds it: subject, the row's place, its hash. */
export type Head = [subject: string, n: number, hash: string];

/** The hash of a seal: over the seal before it, its place, its instant (milliseconds) and all heads that it holds. */
export const sealHash = (seal: { n: number; prevHash: string; at: number; heads: readonly Head[] }): string =>
  sha256Hex(canonicalJson([seal.n, seal.prevHash, seal.at, seal.heads]));
