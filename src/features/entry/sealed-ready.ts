import type { SealedName } from './section-keeper';

export const lengthOfSealed: Record<SealedName, number> = { idNumber: 18, phone: 11 };

/** Is the number typed in full? Whether it is right, the server says. Spaces and hyphens are forgiven. */
export function sealedReady(name: SealedName, typed: string): boolean {
  const plain = typed.replace(/[\s-]/g, '').replace(name === 'phone' ? /^(\+|00)86/ : /^$/, '');
  return plain.length === lengthOfSealed[name];
}
