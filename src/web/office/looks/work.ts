/** What waits for whoever looks after privacy: days out of the ordinary that nobody has looked into. */
import { countOpenFindings } from '../../../records/index.ts';
import type { WorkItem } from '../today/work-items.ts';

export const LOOK_WORK: readonly WorkItem[] = [
  {
    name: 'unusual-looks',
    purpose: 'privacy-administration',
    label: (texts) => texts.unusualToday,
    urgency: 'now',
    reads: ['kept.look_finding'],
    count: ({ records }) => countOpenFindings(records),
    page: 'officeUnusualLooks',
  },
];
