/** Bank files with invented payments, written as a bank writes them: sums and counts right unless a test breaks them. */

export interface PaymentIn {
  readonly kid: string;
  readonly ore: number;
  /** ddmmyy for OCR giro is made of it. */
  readonly on?: string;
}

const ON = '2026-11-20';

/** One transmission with one assignment. Each payment has the records 30 and 31; the payer's account is a made one. */
export function ocrGiro(payments: readonly PaymentIn[]): string {
  const records = payments.flatMap(({ kid, ore, on = ON }, index) => {
    const number = String(index + 1).padStart(7, '0');
    const amount = String(Math.abs(ore)).padStart(17, '0');
    const sign = ore < 0 ? '-' : '0';
    return [
      `NY091030${number}${ddmmyy(on)}01011${'00001'}${sign}${amount}${kid.padStart(25)}000000`,
      `NY091031${number}0000000000${String(900_000_000 + index)}0000000${ddmmyy(on)}99990512341${'0'.repeat(22)}`,
    ];
  });
  const sum = String(Math.abs(payments.reduce((total, { ore }) => total + ore, 0))).padStart(17, '0');
  const count = String(payments.length).padStart(8, '0');
  const ends = (more: number): string => `${count}${String(records.length + more).padStart(8, '0')}${sum}`;
  const day = ddmmyy(ON);
  return [
    `NY000010${'00008080'}${'0000001'}${'00123456'}${'0'.repeat(49)}`,
    `NY090020${'001234567'}${'0000001'}${'99991042764'}${'0'.repeat(45)}`,
    ...records,
    `NY090088${ends(2)}${day}${day}${day}${'0'.repeat(21)}`,
    `NY000089${ends(4)}${day}${'0'.repeat(33)}`,
    '',
  ].join('\n');
}

function ddmmyy(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}${month}${year.slice(2)}`;
}

export interface CamtOptions {
  /** As it stands in the namespace. */
  readonly version?: string;
  readonly prefix?: string;
  readonly currency?: string;
}

/** One notification with one batched entry, whose transactions name a payer that nobody may keep. */
export function camt054(payments: readonly PaymentIn[], options: CamtOptions = {}): string {
  const { version = '08', prefix = '', currency = 'NOK' } = options;
  const p = prefix === '' ? '' : `${prefix}:`;
  const el = (name: string, content: string, attributes = ''): string =>
    `<${p}${name}${attributes}>${content}</${p}${name}>`;
  const kroner = (ore: number): string => (ore / 100).toFixed(2);
  const amount = (ore: number, name = 'Amt'): string => el(name, kroner(ore), ` Ccy="${currency}"`);
  const total = payments.reduce((sum, { ore }) => sum + ore, 0);
  const old = Number(version) < 4;
  const details = payments.map(({ kid, ore }, index) => {
    const refs = el('Refs', el('AcctSvcrRef', `BANK${index + 1}`));
    const own = old ? el('AmtDtls', el('TxAmt', amount(ore))) : `${amount(ore)}${el('CdtDbtInd', 'CRDT')}`;
    const party = el('RltdPties', el('Dbtr', el('Nm', 'Oppdiktet Betaler')));
    const structured = kid === '' ? '' : el('Strd', el('CdtrRefInf', el('Ref', kid)));
    const remittance = el('RmtInf', `${el('Ustrd', 'Takk for sist')}${structured}`);
    return el('TxDtls', `${refs}${own}${party}${remittance}`);
  });
  const batch = el(
    'Btch',
    `${el('NbOfTxs', String(payments.length))}${amount(total, 'TtlAmt')}${el('CdtDbtInd', 'CRDT')}`,
  );
  const status = old ? el('Sts', 'BOOK') : el('Sts', el('Cd', 'BOOK'));
  const entry = el(
    'Ntry',
    [
      ...[el('NtryRef', '1'), amount(total), el('CdtDbtInd', 'CRDT'), status, el('BookgDt', el('Dt', ON))],
      el('NtryDtls', `${batch}${details.join('\n')}`),
    ].join(''),
  );
  const summary = el('TxsSummry', el('TtlCdtNtries', `${el('NbOfNtries', '1')}${el('Sum', kroner(total))}`));
  const notification = el('Ntfctn', `${el('Id', '1')}${summary}${entry}`);
  const namespace = ` xmlns${prefix === '' ? '' : `:${prefix}`}="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}"`;
  const message = el('BkToCstmrDbtCdtNtfctn', `${el('GrpHdr', el('MsgId', 'M1'))}${notification}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('Document', message, namespace)}\n`;
}
