/** The words about one's own add-on services on My page. */
import type { myAddOnsNb } from '../nb/my-add-ons.ts';

export const myAddOnsEn: typeof myAddOnsNb = {
  myAddOns: 'Add-on services',
  addOnsOfMine: {
    lead: 'What you have bought of other suppliers through us, and what you have accepted that we share with them.',
    none: 'You have no add-on services.',
    supplier: 'Supplier',
    shared: 'What may be shared with the supplier',
    since: 'Accepted',
    order: 'Bought with',
    byOrder: (number) => `Order ${number}`,
    ends: 'Ends',
    ended: 'Ended',
    reason: 'Reason',
    states: { running: 'Running', ending: 'Ending', ended: 'Ended' },
    confirmed: 'What you accepted',
    end: (name) => `End ${name}`,
    endHelp: (supplier) =>
      `From then on we share nothing more about you with ${supplier}. The rest of your order is as before.`,
    endedNow: 'The add-on service has ended. From now on nothing more is shared with the supplier.',
    already: 'The add-on service had ended before.',
  },
};
