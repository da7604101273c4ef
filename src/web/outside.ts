/** Who the pages may ask outside, and the keys for what they keep of it; each null where it is not set up. */
import type { CompanyRegister, CreditBureau } from '../connectors/index.ts';
import type { ReportSeal } from '../register/index.ts';

export interface Outside {
  readonly companies: CompanyRegister | null;
  readonly credit: CreditBureau | null;
  /** For reports of the bureau, under a key outside the database. */
  readonly reports: ReportSeal;
  /** Under a key outside the database: how those who have said no are remembered. */
  readonly digestOfNo: (text: string) => string;
}

const withoutKey = (): never => {
  throw new Error('no key was given for what is sealed or digested here');
};

/** Nobody is asked and nothing is sealed. */
export const NOTHING_OUTSIDE: Outside = {
  companies: null,
  credit: null,
  reports: { seal: withoutKey, open: withoutKey },
  digestOfNo: withoutKey,
};
