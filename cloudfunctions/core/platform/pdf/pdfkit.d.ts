/** What we use of pdfkit, which brings no types of its own. */
declare module 'pdfkit' {
  type TextOptions = { paragraphGap?: number; lineBreak?: boolean };
  export default class PDFDocument {
    constructor(options: {
      size: string;
      margin: number;
      font: string;
      info: { Title: string; CreationDate: Date };
      bufferPages: boolean;
    });
    /** The font in use, as fontkit opened it. */
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    page: { height: number; margins: { bottom: number } };
    on(event: 'data', hear: (chunk: Buffer) => void): this;
    on(event: 'end', hear: () => void): this;
    on(event: 'error', hear: (error: unknown) => void): this;
    fontSize(points: number): this;
    fillColor(colour: string): this;
    moveDown(lines: number): this;
    text(words: string, options?: TextOptions): this;
    text(words: string, x: number, y: number, options?: TextOptions): this;
    bufferedPageRange(): { count: number };
    switchToPage(page: number): void;
    end(): void;
  }
}
