/**
 * What a consumer withdraws from and has been sent comes back through a case among the claims: by its last day the money
 * is paid back (angrerettloven § 24, fourteen days from the notice).
 */
import { dayAt } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { ReceivedClaim } from './claiming.ts';
import { answerDueOn, limitationOn } from './windows.ts';

export interface NewWithdrawal {
  readonly customerId: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly receivedAt: Date;
  /** The words by which the customer withdrew. */
  readonly statement: string;
  /** The last day of the right, `YYYY-MM-DD`; null where it had not begun to run. */
  readonly lastDay: string | null;
}

export async function receiveWithdrawal(
  session: RegisterSession,
  { customerId, claimId, orderId, receivedAt, statement, lastDay }: NewWithdrawal,
  timeZone: string,
): Promise<ReceivedClaim> {
  const today = dayAt(receivedAt, timeZone);
  const dueOn = answerDueOn(today);
  const rows = await session.write(
    session.query
      .insertInto('register.claim')
      .values({
        ...{ customer_id: customerId, claim_id: claimId, kind: 'withdrawal', status: 'received', wants: 'refund' },
        ...{ about_order_id: orderId, received_at: receivedAt, received_through: 'web', description: statement },
        ...{ window_ends_on: lastDay, answer_due_on: dueOn },
        limitation_on: limitationOn({ takenOverOn: null, discoveredOn: today }),
      })
      .returning(['customer_id', 'claim_number']),
  );
  const claimNumber = rows[0]?.claim_number;
  if (claimNumber === undefined) throw new Error('the database wrote a claim and gave no number back');
  return { claimNumber, answerDueOn: dueOn };
}
