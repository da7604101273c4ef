/** What those who take payments have to do with files from the bank. */
import { countUpTo } from '../../../register/index.ts';
import type { WorkItem } from '../today/work-items.ts';

export const BANK_FILE_WORK: readonly WorkItem[] = [
  {
    name: 'amounts-to-assign',
    purpose: 'invoicing',
    label: (texts) => texts.amountsToAssign,
    urgency: 'now',
    reads: ['register.payment_entry'],
    count: ({ register }) =>
      countUpTo(
        register,
        register.query.selectFrom('register.payment_entry').where('state', '=', 'unmatched').select('payment_file_id'),
      ),
    page: 'officeBankFiles',
  },
];
