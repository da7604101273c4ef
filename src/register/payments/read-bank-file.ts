/** A bank file as it was sent: the format is found from what it begins with, and no input makes it throw. */
import { type BankFileRead, BankFileRefused, LARGEST_BANK_FILE, refusing } from './bank-file.ts';
import { readCamt054 } from './camt-054.ts';
import { readOcrGiro } from './ocr-giro.ts';

export function readBankFile(bytes: Uint8Array): BankFileRead {
  return refusing(() => {
    if (bytes.length === 0) throw new BankFileRefused('empty');
    if (bytes.length > LARGEST_BANK_FILE) throw new BankFileRefused('too-large');
    // Letters and digits of what it begins with are the same in all of the encodings.
    const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replace(/^\u00ef\u00bb\u00bf/, '');
    if (/^\s*NY\d/.test(beginning)) return readOcrGiro(new TextDecoder('latin1').decode(bytes).trimStart());
    if (/^\s*</.test(beginning)) return readCamt054(xmlText(bytes, beginning));
    throw new BankFileRefused(/^\s*$/.test(beginning) ? 'empty' : 'unknown-format');
  });
}

/** In the encoding that the declaration names: UTF-8 unless it says Latin 1. */
function xmlText(bytes: Uint8Array, beginning: string): string {
  const [, named = 'utf-8'] = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(beginning) ?? [];
  const encoding = /^(iso-8859-1|latin1|windows-1252)$/i.test(named) ? 'windows-1252' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BankFileRefused('xml-wrong', { line: 1, field: 'encoding' });
  }
}
