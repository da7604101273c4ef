/**
 * A bank file on its way in:
 *
 *   read  -->  previewed (its entries lie here, nobody is booked anything)  -->  registered
 *                                                                          -->  dropped (all of it is gone)
 *
 * Its digest is known from the first moment, so the same file is never read twice. Registering is one transaction: what
 * fits becomes payments, the rest waits for a person.
 */
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { BankEntry, BankFile } from './bank-file.ts';
import { holdInvoices, type InvoiceToPay, invoicesOfReferences, pieces } from './invoices.ts';
import { type Match, matchEntries, type WhyUnmatched } from './match.ts';

export interface KnownFile {
  readonly fileId: string;
  readonly format: BankFile['format'];
  readonly entryCount: number;
  readonly totalOre: number;
  readonly passedOver: number;
  readonly state: 'previewed' | 'registered';
  readonly importedAt: Date;
  readonly registeredAt: Date | null;
}

export interface NewFile {
  readonly fileId: string;
  readonly file: BankFile;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  readonly staffId: string;
  readonly now: Date;
}

/** @returns The file that was read before, where this is it; null when it is taken in now. */
export async function takeInFile(session: RegisterSession, given: NewFile): Promise<KnownFile | null> {
  const { fileId, file, digest, staffId, now } = given;
  const known = await fileWhere(session, 'digest', digest);
  if (known !== null) return known;
  try {
    await session.transaction(async (inner) => {
      await inner.write(
        inner.query.insertInto('register.payment_file').values({
          ...{ payment_file_id: fileId, format: file.format, digest, entry_count: file.entries.length },
          ...{ total_ore: file.totalOre, passed_over: file.passedOver, imported_at: now, imported_by: staffId },
          ...{ state: 'previewed', registered_at: null },
        }),
      );
      const rows = file.entries.map((entry) => ({
        ...{ payment_file_id: fileId, entry_number: entry.entryNumber, booked_on: entry.paidOn },
        ...{ amount_ore: entry.amountOre, payment_reference: entry.reference },
        ...{ bank_reference: entry.bankReference || null, state: 'read' as const },
      }));
      for (const piece of pieces(rows)) {
        await inner.write(inner.query.insertInto('register.payment_entry').values(piece));
      }
    });
    return null;
  } catch (error) {
    if (error instanceof EnforcementError && error.fault?.constraint === 'payment_file_digest_key') {
      return await fileWhere(session, 'digest', digest);
    }
    throw error;
  }
}

export const readFile = (session: RegisterSession, fileId: string): Promise<KnownFile | null> =>
  fileWhere(session, 'payment_file_id', fileId);

async function fileWhere(
  session: RegisterSession,
  column: 'digest' | 'payment_file_id',
  value: string,
): Promise<KnownFile | null> {
  const [row] = await session.read(files(session).where(column, '=', value));
  return row === undefined ? null : knownFile(row);
}

/** Newest first. */
export async function readFiles(session: RegisterSession, most: number): Promise<readonly KnownFile[]> {
  const rows = await session.read(files(session).orderBy('imported_at', 'desc').limit(most));
  return rows.map(knownFile);
}

function files({ query }: RegisterSession) {
  return query
    .selectFrom('register.payment_file')
    .select(['payment_file_id', 'format', 'entry_count', 'total_ore', 'passed_over', 'state'])
    .select(['imported_at', 'registered_at']);
}

type FileRow = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number];

const knownFile = (row: FileRow): KnownFile => ({
  ...{ fileId: row.payment_file_id, format: row.format, entryCount: row.entry_count, totalOre: Number(row.total_ore) },
  ...{ passedOver: row.passed_over, state: row.state, importedAt: row.imported_at, registeredAt: row.registered_at },
});

/** What registering the file would do now. */
export async function previewFile(session: RegisterSession, fileId: string): Promise<readonly Match[]> {
  return await matchesOf(session, await entriesOf(session, fileId));
}

async function entriesOf(session: RegisterSession, fileId: string): Promise<readonly BankEntry[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.payment_entry')
      .select(['entry_number', 'booked_on', 'amount_ore', 'payment_reference', 'bank_reference'])
      .where('payment_file_id', '=', fileId)
      .orderBy('entry_number'),
  );
  return rows.map((row) => ({
    ...{ entryNumber: row.entry_number, reference: row.payment_reference, amountOre: Number(row.amount_ore) },
    ...{ paidOn: row.booked_on, bankReference: row.bank_reference ?? '' },
  }));
}

async function matchesOf(session: RegisterSession, entries: readonly BankEntry[]): Promise<readonly Match[]> {
  const references = entries.flatMap(({ reference }) => reference ?? []);
  const invoices: readonly InvoiceToPay[] = await invoicesOfReferences(session, references);
  return matchEntries(entries, invoices);
}

export interface Registered {
  readonly matched: number;
  readonly unmatched: number;
  readonly matchedOre: number;
}

/** @returns Null when somebody was faster: it is registered already, or gone. */
export async function registerFile(
  session: RegisterSession,
  { fileId, now, newId }: { readonly fileId: string; readonly now: Date; readonly newId: () => string },
): Promise<Registered | null> {
  return await session.transaction(async (inner) => {
    // First, so that of two who register it one waits for the other and then finds nothing to do.
    const [taken] = await inner.write(
      inner.query
        .updateTable('register.payment_file')
        .set({ state: 'registered', registered_at: now })
        .where('payment_file_id', '=', fileId)
        .where('state', '=', 'previewed')
        .returning('payment_file_id'),
    );
    if (taken === undefined) return null;
    const entries = await entriesOf(inner, fileId);
    // Another file, or a payment by hand, may be for the same invoices at this moment.
    await holdInvoices(
      inner,
      'payment_reference',
      entries.flatMap(({ reference }) => reference ?? []),
    );
    const matches = await matchesOf(inner, entries);
    await writePayments(inner, fileId, matches, now, newId);
    const matched = matches.filter(({ kind }) => kind === 'matched');
    return {
      ...{ matched: matched.length, unmatched: matches.length - matched.length },
      matchedOre: matched.reduce((sum, { entry }) => sum + entry.amountOre, 0),
    };
  });
}

async function writePayments(
  session: RegisterSession,
  fileId: string,
  matches: readonly Match[],
  now: Date,
  newId: () => string,
): Promise<void> {
  const payments = matches.flatMap((match) =>
    match.kind === 'matched' ? [paymentRow(fileId, match.entry, match.invoice, now, newId())] : [],
  );
  for (const piece of pieces(payments)) {
    await session.write(session.query.insertInto('register.payment').values(piece));
  }
  const states = new Map<WhyUnmatched | null, number[]>();
  for (const match of matches) {
    const why = match.kind === 'matched' ? null : match.why;
    states.set(why, [...(states.get(why) ?? []), match.entry.entryNumber]);
  }
  for (const [why, numbers] of states) {
    for (const piece of pieces(numbers)) {
      await session.write(
        session.query
          .updateTable('register.payment_entry')
          .set({ state: why === null ? 'matched' : 'unmatched', why })
          .where('payment_file_id', '=', fileId)
          .where('entry_number', 'in', piece),
      );
    }
  }
}

export function paymentRow(
  fileId: string,
  entry: BankEntry,
  invoice: { readonly customerId: string; readonly invoiceId: string },
  now: Date,
  paymentId: string,
) {
  return {
    ...{ customer_id: invoice.customerId, payment_id: paymentId, invoice_id: invoice.invoiceId },
    ...{ paid_on: entry.paidOn, amount_ore: entry.amountOre, method: 'bank' as const },
    ...{ bank_reference: entry.bankReference || null, registered_at: now },
    ...{ payment_file_id: fileId, entry_number: entry.entryNumber },
  };
}

/** Takes a file that was only looked at away again. @returns False when it is registered, or gone already. */
export async function dropFile(session: RegisterSession, fileId: string): Promise<boolean> {
  const gone = await session.write(
    session.query
      .deleteFrom('register.payment_file')
      .where('payment_file_id', '=', fileId)
      .where('state', '=', 'previewed')
      .returning('payment_file_id'),
  );
  return gone.length > 0;
}
