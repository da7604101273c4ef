/** A file as an answer: saved, never shown in the site's own window, and kept by no cache. */
import type { Language } from '../../../policy/index.ts';
import type { WebContext } from '../../http-request.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** @param name Letters of ASCII, digits, dashes and the ending. */
export function sendFile(context: WebContext, bytes: Uint8Array, name: string): Response {
  const type = name.endsWith('.xlsx') ? TYPES.xlsx : TYPES.csv;
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '-')}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** As spreadsheets of the reader's country take it. */
export const csvStyleOf = (language: Language) =>
  language === 'nb' ? ({ delimiter: ';', decimal: ',' } as const) : ({ delimiter: ',', decimal: '.' } as const);
