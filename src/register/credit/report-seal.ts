/** Reports of credit bureaus are sealed for the check that they answer: moved to another row they do not open. */
import { createSeal, openBoundOrOlder } from '../../enforcement/index.ts';
import type { CreditCheck } from './store.ts';

type SealedRow = Pick<CreditCheck, 'customerId' | 'checkId'>;

export interface ReportSeal {
  seal(row: SealedRow, report: string): string;
  /** @throws Error when it was sealed for another row, under another key, or changed. */
  open(row: SealedRow, sealed: string): string;
}

const USE = 'kept credit reports';

/** @param secret The installation's secret. */
export function createReportSeal(secret: Buffer): ReportSeal {
  const seal = createSeal(secret, USE);
  const placeOf = ({ customerId, checkId }: SealedRow): string =>
    `register.credit_check report_sealed ${customerId} ${checkId}`;
  return {
    seal: (row, report) => seal.seal(report, placeOf(row)),
    open: (row, sealed) => openBoundOrOlder(seal, sealed, placeOf(row)),
  };
}
