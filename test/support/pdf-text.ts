/** What stands on the pages of a PDF, as a program that reads it aloud would find it. */
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a program that reads aloud says a piece is, with the text or the pieces in it. */
export type Piece = readonly [role: string, ...inside: (string | Piece)[]];

/** The texts of a piece, in the order in which they are read. */
export const textsOf = (piece: Piece): string[] =>
  piece.slice(1).flatMap((inside) => (typeof inside === 'string' ? [inside] : textsOf(inside)));

/** The pieces of a kind in a piece. */
export const piecesOf = (role: string, piece: Piece): Piece[] => [
  ...(piece[0] === role ? [piece] : []),
  ...piece.slice(1).flatMap((inside) => (typeof inside === 'string' ? [] : piecesOf(role, inside))),
];

/** The pieces of each page, and what the whole says of itself. */
export async function readOf(pdf: Buffer) {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  const pages: Piece[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    if (tree !== null) pages.push(pieceOf(tree, textByMark(items)));
  }
  await loading.destroy();
  return { info, marked: marked?.Marked === true, pages };
}

type Items = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];
type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

function textByMark(items: Items): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let mark: string | null = null;
  for (const item of items) {
    if ('str' in item) {
      if (mark !== null) texts.set(mark, (texts.get(mark) ?? '') + item.str);
    } else mark = item.type === 'beginMarkedContentProps' ? (item.id ?? null) : null;
  }
  return texts;
}

function pieceOf({ role, children }: Tree, texts: ReadonlyMap<string, string>): Piece {
  return [
    role,
    ...children.map((child) => {
      if ('role' in child) return pieceOf(child, texts);
      return (texts.get(child.id) ?? '').replaceAll(/\s+/gu, ' ').trim();
    }),
  ];
}

/** The text of each page, spaces as plain ones. */
export async function pagesOf(pdf: Buffer): Promise<readonly string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    pages.push(text.replaceAll(/\s+/gu, ' '));
  }
  await loading.destroy();
  return pages;
}
