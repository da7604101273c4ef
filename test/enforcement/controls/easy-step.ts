/** The policy of Easy Step applied to a test database with a few invented people, as every control finds it in order. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getConstructionPlans } from 'pg-boss';
import {
  appendAct,
  applyPolicy,
  CONTROLS,
  type NoteSigner,
  noteSigner,
  type SystemUnderControl,
  signCheckpoint,
} from '../../../src/enforcement/index.ts';
import { compileNotice } from '../../../src/notice/index.ts';
import { checkPolicy, POLICY_FILE_NAMES, type PolicyFiles } from '../../../src/policy/index.ts';
import { mailTemplatesOf } from '../../../src/web/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fixedClock } from '../../support/fixed.ts';
import { smallSite } from './small-site.ts';

const FOLDER = resolve(import.meta.dirname, '../../../policies/easy-step');

/** Ids that the breaches name in their SQL. */
export const PRIVATE = '00000000-0000-7000-8000-000000000001';
export const COMPANY = '00000000-0000-7000-8000-000000000002';
const CONTACT = '00000000-0000-7000-8000-000000000003';
export const STAFF = '00000000-0000-7000-8000-000000000004';
export const ROW = '00000000-0000-7000-8000-000000000005';
/** A consent that was given and taken back. */
export const WITHDRAWN = '00000000-0000-7000-8000-000000000006';
/** An id that belongs to nobody. */
export const STRAY = '00000000-0000-7000-8000-000000000009';

/** A private key made up for tests. */
const KEY = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----`;

const PEOPLE = `
insert into register.customer (customer_id, kind, legal_name, organisation_number, email, phone, street_address,
    postal_code, city, registered_at, registered_through, notice_version) values
  ('${PRIVATE}', 'private', 'Prøve Person', null, 'person@example.no', '+4740000001', 'Prøveveien 1', '7030',
   'Trondheim', '2026-10-01T10:00:00Z', 'web', '2026-1'),
  ('${COMPANY}', 'company', 'Prøve AS', '123456785', 'firma@example.no', '+4740000002', 'Prøveveien 2', '9845',
   'Deatnu', '2026-10-01T10:00:00Z', 'phone', '2026-1');
insert into register.contact_person (customer_id, contact_person_id, full_name, position, email, phone, registered_at,
    registered_through, notice_version)
  values ('${COMPANY}', '${CONTACT}', 'Áŋŋel Eksempel', 'Innkjøp', 'innkjop@example.no', '+4740000003',
          '2026-10-01T10:00:00Z', 'phone', '2026-1');
insert into kept.notice_shown (person_id, shown_id, version_number, shown_at, channel) values
  ('${PRIVATE}', '${ROW}', '2026-1', '2026-10-01T10:00:00Z', 'web-form'),
  ('${COMPANY}', '${STRAY}', '2026-1', '2026-10-01T10:00:00Z', 'phone');
insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
    deliver_to_name, net_ore, vat_ore)
  values ('${PRIVATE}', '${ROW}', '2026-10-02T10:00:00Z', 'web', '2026-1', 'delivered', 'Prøve Person', 1000, 250);
insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
  values ('${PRIVATE}', '${ROW}', '${ROW}', '2026-10-03T10:00:00Z', '2026-10-05T10:00:00Z');
insert into register.invoice (customer_id, invoice_id, order_id, invoice_number, issued_on, due_on, buyer_name,
    payment_reference, net_ore, vat_ore)
  select '${PRIVATE}', ('00000000-0000-7000-8000-0000000000' || number)::uuid, '${ROW}', number, '2026-10-05',
         '2026-10-19', 'Prøve Person', '4111111111111111', 1000, 250
    from generate_series(21, 23) as number;
insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body,
    extension_reason, extension_by, extension_at)
  values ('${PRIVATE}', '${ROW}', 'in', 'web', '2026-10-06T10:00:00Z', true, 'Spørsmål', 'Hei', 'Spør om en vare',
    '${STAFF}', '2026-10-06T11:00:00Z');
insert into register.product (product_id, sku, kind, name_nb, name_en, description_nb, description_en, price_ore, vat_rate,
    durability) values ('${ROW}', 'PROVE', 'goods', 'Prøve', 'Sample', '', '', 1000, 25, 'long');
insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
  values ('${PRIVATE}', '${ROW}', 1, '${ROW}', 1, 1000, 25);
insert into register.claim (customer_id, claim_id, about_order_id, about_line_number, received_at, received_through,
    discovered_on, description, status, window_ends_on, answer_due_on, limitation_on)
  values ('${PRIVATE}', '${ROW}', '${ROW}', 1, '2026-11-20T10:00:00Z', 'web', '2026-11-19', 'Feil', 'received',
    '2031-10-05', '2026-12-04', '2029-10-05');
insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method, given_at,
    withdrawn_at) values
  ('${PRIVATE}', '${ROW}', 'marketing', (select consent_hashes[1] from kept.purpose where name = 'marketing'), '2026-1', 'nb',
   'web-form', '2026-10-05T10:00:00Z', null),
  ('${PRIVATE}', '${WITHDRAWN}', 'marketing-profiling',
   (select consent_hashes[1] from kept.purpose where name = 'marketing-profiling'), '2026-1', 'nb', 'web-form',
   '2026-10-05T10:00:00Z', '2026-10-08T10:00:00Z');
insert into kept.staff (staff_id, name, email, roles)
  values ('${STAFF}', 'Ola Eksempel', 'ola@example.com', '{sales}');`;

export interface EasyStep {
  readonly database: TestDatabase;
  readonly system: SystemUnderControl;
}

function readFiles(): PolicyFiles {
  return Object.fromEntries(POLICY_FILE_NAMES.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}

/** Applies the policy, publishes the notices, puts people in and signs the ledger. */
export async function openEasyStep(): Promise<EasyStep> {
  const files = readFiles();
  const { policy } = checkPolicy(files, { knownControls: CONTROLS.map(({ name }) => name) });
  if (policy === null) throw new Error('the policy of Easy Step has faults');
  const { notices } = compileNotice(policy, files);
  if (notices === null) throw new Error('the notice of Easy Step has faults');
  const database = await createTestDatabase();
  const { pool, rolePrefix } = database;
  await pool.query(getConstructionPlans('pgboss'));
  const input = inputFor(database, { policy, files });
  await applyPolicy(pool, { ...input, notices: [notices.nb, notices.en] });
  await pool.query(PEOPLE);
  const signer = noteSigner(`example.com/${rolePrefix}`, KEY);
  await fillLedger(database, signer);
  const { now } = fixedClock('2026-11-23T12:00:00Z');
  const { verifierKey: ledgerVerifierKey } = signer;
  const witnessedCheckpoints = async (): Promise<readonly string[]> => [];
  return {
    database,
    system: {
      ...{ policy, owner: pool, now, fetchPage: smallSite(policy), witnessedCheckpoints, ledgerVerifierKey },
      settableCookies: Object.keys(policy.storage),
      mailTemplates: mailTemplatesOf({ policy, baseUrl: new URL('https://kept.example') }),
      outgoingHosts: new Map([
        ['KEPT_CREDIT_URL', 'kreditt.example.com'],
        ['KEPT_SMTP_URL', 'localhost'],
      ]),
      scripts: new Map([['passkeys.js', 'navigator.credentials.get()']]),
    },
  };
}

/** What was consented to, a disclosure to somebody who is registered, and a signature over it all. */
async function fillLedger({ pool }: TestDatabase, signer: NoteSigner): Promise<void> {
  const { now } = fixedClock('2026-10-05T10:00:00Z');
  const consent = { kind: 'consent-given', personId: PRIVATE } as const;
  await appendAct(pool, { ...consent, body: { purpose: 'marketing' } }, now());
  await appendAct(pool, { ...consent, body: { purpose: 'marketing-profiling' } }, now());
  await appendAct(pool, { ...consent, kind: 'consent-withdrawn', body: { purpose: 'marketing-profiling' } }, now());
  await appendAct(pool, { kind: 'disclosure', personId: PRIVATE, body: { recipient: 'auditor' } }, now());
  await signCheckpoint(pool, signer, now);
}
