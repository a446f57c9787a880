/** Products in GF(256) under x⁸+x⁴+x³+x²+1, bit by bit: there are few of them. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** The divisor of that degree, its highest term left out: the product of (x − 2ⁱ). */
function divisorOf(degree: number): number[] {
  const terms: number[] = Array.from({ length: degree }, (_, i) => (i === degree - 1 ? 1 : 0));
  let root = 1;
  for (let factor = 0; factor < degree; factor += 1) {
    for (let i = 0; i < degree; i += 1) terms[i] = times(terms[i] ?? 0, root) ^ (terms[i + 1] ?? 0);
    root = times(root, 2);
  }
  return terms;
}

/** So many Reed–Solomon check bytes of the data (ISO/IEC 18004, 7.5): what is smudged is found again from them. */
export function checkBytes(data: readonly number[], count: number): number[] {
  const divisor = divisorOf(count);
  let rest = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = divisor.map((term, i) => (rest[i + 1] ?? 0) ^ times(term, factor));
  }
  return rest;
}
