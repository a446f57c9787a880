/** Endings of what runs when it is opened: programs, scripts, installers, links. */
const endings =
  'exe|scr|com|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|dll|cpl|apk|dex|reg|sh|app|iso|img|url|scf|chm';
const ending = new RegExp(`\\.(${endings})$`, 'i');
/** A file's name as a package object writes it: text up to a zero ([MS-OLEDS] 2.3.6, and what the package stream holds). */
const packaged = new RegExp(`\\.(${endings})\\0`, 'i');
const packageStream = Buffer.from('Ole10Native', 'utf16le');

/** Does this name end like a program's? */
export function isProgramName(name: string): boolean {
  return ending.test(name.trim());
}

/** Do the first bytes of a package object name a program? */
export function namesProgram(start: Buffer): boolean {
  return packaged.test(start.toString('latin1'));
}

/** Is an embedded object (its first bytes) a program, or a package object around one? */
export function holdsProgram(start: Buffer): boolean {
  const mark = start.toString('latin1', 0, 4);
  if (mark.startsWith('MZ') || mark === '\x7fELF') return true;
  return start.includes(packageStream) && namesProgram(start);
}
