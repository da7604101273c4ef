/**
 * Draws a document as PDF, with fonts of its own that have the letters of Norwegian and Northern Sámi, and says
 * what its pieces are to whoever has it read aloud. Nothing in a document can make the drawing open a file or an address.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { tagDrawings } from './tags.ts';

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts/Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: join(fonts, 'Roboto-Regular.ttf'),
    bold: join(fonts, 'Roboto-Medium.ttf'),
    italics: join(fonts, 'Roboto-Italic.ttf'),
    bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
  },
});
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
pdfmake.setUrlAccessPolicy(() => false);
tagDrawings();

/** The same document gives the same bytes. */
export async function draw(document: TDocumentDefinitions): Promise<Buffer> {
  return await pdfmake.createPdf({ ...document, tagged: true, version: '1.7' }).getBuffer();
}
