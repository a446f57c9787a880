import { coverResidentIds } from '@shared/kernel/resident-id';

const maxCharacters = 120;
const maxExtension = 11;

/**
 * A file's name fit to be stored, shown, and offered at download: no folders, no control or direction-changing characters
 * (which make `exe.pdf` of `fdp.exe`), none that Windows forbids, no identity number, at most 120 characters with its extension
 * kept. Chinese stays. Never empty: 未命名.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shorten(plain === '' ? '未命名' : coverResidentIds(plain));
}

/** Counted in code points, so that no character outside the basic plane is cut in half. */
function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= maxCharacters) return name;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= maxExtension ? characters.slice(dot) : [];
  return [...characters.slice(0, maxCharacters - extension.length), ...extension].join('');
}
