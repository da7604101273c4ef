/** What came from others ends on its day: reports nobody decided on, leads of a year ago; and each no is remembered first. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import { endOutsideData } from '../../src/cli/end-outside-data.ts';
import { digestUnder, NO_DIGESTS } from '../../src/cli/open-outside.ts';
import { applyPolicy } from '../../src/enforcement/index.ts';
import { inputFor } from '../support/apply.ts';
import { withDatabase } from '../support/database.ts';

const PERSON = '00000000-0000-7000-8000-000000000001';
const ROW = '00000000-0000-7000-8000-00000000000';
const AT = new Date('2026-11-23T12:00:00Z');

test('reports and leads past their date are gone, others stay, and those who objected are remembered', () =>
  withDatabase(async (database) => {
    const { pool, secret } = database;
    const { compiled, files } = compileFolder(resolve(import.meta.dirname, '../../policies/easy-step'));
    if (compiled === null) throw new Error('the policy of Easy Step has faults');
    const { policy } = compiled;
    await applyPolicy(pool, inputFor(database, { policy, files }));
    await pool.query(`
      insert into register.customer (customer_id, kind, legal_name, email, phone, registered_at, registered_through,
          notice_version)
        values ('${PERSON}', 'private', 'Prøve Person', 'person@example.no', '+4740000001', '2026-10-01', 'web', '1');
      insert into kept.objection (person_id, objection_id, purpose, made_at, method)
        values ('${PERSON}', '${ROW}1', 'marketing', '2026-11-01', 'my-page');
      insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
          deliver_to_name, net_ore, vat_ore, payment_terms)
        select '${PERSON}', ('${ROW}' || number)::uuid, '2026-11-01', 'web', '1', 'placed', 'Prøve', 1000, 250, 'invoice'
          from generate_series(1, 2) as number;
      insert into register.credit_check (customer_id, credit_check_id, order_id, amount_ore, reason, requested_by,
          requested_at, report_sealed, report_delete_on)
        values ('${PERSON}', '${ROW}1', '${ROW}1', 1250, 'first-order', '${ROW}1', '2026-11-09', 'sealed', '2026-11-23'),
               ('${PERSON}', '${ROW}2', '${ROW}2', 1250, 'first-order', '${ROW}1', '2026-11-10', 'sealed', '2026-11-24');
      insert into register.lead_list (lead_list_id, vendor, agreement_reference, received_on, row_count, imported_at,
          imported_by) values ('${ROW}1', 'Lister', 'L', '2025-11-23', 2, '2025-11-23', '${ROW}1');
      insert into register.lead (lead_id, lead_list_id, full_name, phone, received_on, notice_due_on, registered_at,
          registered_through, notice_version, state, delete_on)
        select ('${ROW}' || number)::uuid, '${ROW}1', 'Mulig ' || number, '+474000000' || number, '2025-11-23',
               '2025-12-23', '2025-11-23', 'import', '1', 'new', '2026-11-22'::date + number
          from generate_series(1, 2) as number;`);
    const keys = { secret } as Parameters<typeof endOutsideData>[0]['keys'];
    await endOutsideData({ owner: pool, keys }, { policy }, AT);
    await endOutsideData({ owner: pool, keys }, { policy }, AT);
    const rows = async (sql: string): Promise<unknown[]> => (await pool.query(sql)).rows;
    expect(await rows('select report_sealed from register.credit_check order by credit_check_id')).toEqual([
      { report_sealed: null },
      { report_sealed: 'sealed' },
    ]);
    expect(await rows('select full_name from register.lead')).toEqual([{ full_name: 'Mulig 2' }]);
    const digest = digestUnder(secret, NO_DIGESTS);
    expect(await rows('select kind, suppression_digest from register.suppression order by kind')).toEqual([
      { kind: 'email', suppression_digest: digest('email:person@example.no') },
      { kind: 'phone', suppression_digest: digest('phone:+4740000001') },
    ]);
  }));
