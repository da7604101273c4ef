/**
 * Says in a PDF what its pieces are, so that a program which reads aloud can say it too: the title, headings, paragraphs,
 * tables with their heads. pdfmake draws lines and knows no such thing; pdfkit beneath it does. So the two steps of
 * pdfmake that draw a line and a rule are wrapped here. What a piece is stands on its text, which pdfmake carries along.
 */
import { createRequire } from 'node:module';
import type { ContentText, Size, Style, TableCell } from 'pdfmake/interfaces.js';

/** A cell knows its table; one with a scope is a head. */
interface CellTag {
  readonly table: TableTag;
  readonly scope: 'Column' | 'Row' | null;
}
interface TableTag {
  readonly rows: CellTag[][];
}
/** `decoration` is not read: it comes again on each page. What has no tag is a paragraph. */
type Tag = 'H1' | 'H2' | 'decoration' | CellTag;

/** The text of a cell, and how it looks. */
export type Written = string | (Style & { readonly text: string });

/** @returns The text with what it is. */
export function tagged(text: string, tag: Tag, style: Style & { width?: Size } = {}): ContentText & { width?: Size } {
  return { ...style, text: [Object.assign({ text }, { tag })] };
}

/** @param heads Whether the first row and the first column say what the others hold. */
export function taggedTable(
  body: readonly (readonly Written[])[],
  heads: { readonly columns: boolean; readonly rows: boolean },
): TableCell[][] {
  const table: TableTag = { rows: [] };
  return body.map((cells, y) => {
    const tags = cells.map((_, x): CellTag => {
      const ofRow = heads.rows && x === 0 ? 'Row' : null;
      return { table, scope: heads.columns && y === 0 ? 'Column' : ofRow };
    });
    table.rows.push(tags);
    return cells.map((cell, x) => {
      const { text, ...style } = typeof cell === 'string' ? { text: cell } : cell;
      return tagged(text, tags[x] ?? 'decoration', style);
    });
  });
}

type Content = object;
interface Element {
  add(child: Element | Content): Element;
  end(): void;
}
/** What is used of pdfkit's document. */
interface PdfKit {
  readonly page: object;
  markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): void;
  markStructureContent(tag: string): Content;
  endMarkedContent(): void;
  struct(type: string, options?: { readonly scope?: 'Column' | 'Row' }): Element;
  addStructure(element: Element): void;
}
interface Line {
  readonly inlines: readonly { readonly tag?: Tag }[];
  readonly lastLineInParagraph?: boolean;
}
interface Renderer {
  readonly pdfDocument: PdfKit;
  renderPages(pages: unknown): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: unknown): void;
}

interface Block {
  readonly role: 'H1' | 'H2' | 'P';
  readonly contents: Content[];
}
/** What has been drawn of one document, in its order. */
interface Drawn {
  readonly blocks: (Block | TableTag)[];
  readonly cells: Map<CellTag, Content[]>;
  /** Where the heads of a table were read: on later pages they are decoration. */
  readonly pages: Map<CellTag, object>;
  /** A paragraph with lines still to come. */
  open: Block | null;
}

const drawnBy = new WeakMap<Renderer, Drawn>();

function isDecoration(tag: Tag | undefined, { pages }: Drawn, page: object): boolean {
  if (tag === 'decoration') return true;
  if (typeof tag !== 'object' || tag.scope !== 'Column') return false;
  const first = pages.get(tag) ?? page;
  pages.set(tag, first);
  return first !== page;
}

function roleOf(tag: Tag | undefined): 'H1' | 'H2' | 'P' | 'TH' | 'TD' {
  if (typeof tag === 'object') return tag.scope === null ? 'TD' : 'TH';
  return tag === 'H1' || tag === 'H2' ? tag : 'P';
}

function note(drawn: Drawn, { inlines, lastLineInParagraph }: Line, content: Content): void {
  const tag = inlines[0]?.tag;
  if (typeof tag === 'object') {
    if (!drawn.blocks.includes(tag.table)) drawn.blocks.push(tag.table);
    drawn.cells.set(tag, [...(drawn.cells.get(tag) ?? []), content]);
    return;
  }
  const role = tag === 'H1' || tag === 'H2' ? tag : 'P';
  const block: Block = drawn.open?.role === role ? drawn.open : { role, contents: [] };
  if (block !== drawn.open) drawn.blocks.push(block);
  block.contents.push(content);
  drawn.open = lastLineInParagraph === true ? null : block;
}

function addStructure(kit: PdfKit, { blocks, cells }: Drawn): void {
  const whole = kit.struct('Document');
  const cellOf = (tag: CellTag): Element => {
    const cell = tag.scope === null ? kit.struct('TD') : kit.struct('TH', { scope: tag.scope });
    for (const content of cells.get(tag) ?? []) cell.add(content);
    return cell;
  };
  const rowOf = (tags: readonly CellTag[]): Element => {
    const row = kit.struct('TR');
    for (const tag of tags) row.add(cellOf(tag));
    return row;
  };
  for (const block of blocks) {
    const element = kit.struct('rows' in block ? 'Table' : block.role);
    for (const child of 'rows' in block ? block.rows.map(rowOf) : block.contents) element.add(child);
    whole.add(element);
  }
  kit.addStructure(whole);
  whole.end();
}

/** Makes pdfmake tag whatever it draws from now on. */
export function tagDrawings(): void {
  const { default: pdfmake } = createRequire(import.meta.url)('pdfmake/js/Renderer.js') as {
    readonly default: { readonly prototype: Renderer };
  };
  const { prototype } = pdfmake;
  const { renderPages, renderLine, renderVector } = prototype;
  prototype.renderPages = function (pages) {
    const drawn: Drawn = { blocks: [], cells: new Map(), pages: new Map(), open: null };
    drawnBy.set(this, drawn);
    renderPages.call(this, pages);
    addStructure(this.pdfDocument, drawn);
  };
  prototype.renderLine = function (line, x, y) {
    const [kit, drawn] = [this.pdfDocument, drawnBy.get(this)];
    const tag = line.inlines[0]?.tag;
    if (drawn === undefined || line.inlines.length === 0) return renderLine.call(this, line, x, y);
    const read = !isDecoration(tag, drawn, kit.page);
    if (read) note(drawn, line, kit.markStructureContent(roleOf(tag)));
    else kit.markContent('Artifact', { type: 'Pagination' });
    renderLine.call(this, line, x, y);
    kit.endMarkedContent();
  };
  prototype.renderVector = function (vector) {
    this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    renderVector.call(this, vector);
    this.pdfDocument.endMarkedContent();
  };
}
