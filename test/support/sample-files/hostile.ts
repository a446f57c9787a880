import { makeDocx, makePptx } from './office';
import { makeZip } from './zip';

/** The first bytes of a Windows program, with its stub and header; to be named `商业计划书.pdf`. */
export function makeExe(): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('MZ', 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('This program cannot be run in DOS mode.', 0x4e, 'latin1');
  bytes.write('PE\0\0', 0x80, 'latin1');
  return bytes;
}

/** A Windows program that is a PDF for readers which look for the header further on. */
export function makeExeWithPdfInside(pdf: Buffer): Buffer {
  return Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), pdf]);
}

export function makeHtml(): Buffer {
  return Buffer.from('\ufeff\n<!-- plan -->\n<!DOCTYPE html><html><body><script>alert(1)</script></body></html>');
}

export function makeSvg(): Buffer {
  return Buffer.from(
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );
}

/** A presentation whose transfer broke off before its directory. */
export function makeTruncatedPptx(): Buffer {
  const whole = makePptx();
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** A Word document that carries a macro under the harmless extension. */
export function makeDocxWithMacro(): Buffer {
  return makeDocx('商业计划书', [{ name: 'word/vbaProject.bin', data: Buffer.alloc(512) }]);
}

let bomb: Buffer | undefined;

/** A few kilobytes that unpack to 64 MB, which to pack takes a second. */
export function makeZipBomb(): Buffer {
  bomb ??= makeZip([{ name: 'zeros.bin', data: Buffer.alloc(64 * 1024 * 1024) }]);
  return bomb;
}
