/** What other rooms see of leads and the lists that they come on. */
export { digestsOf, keysOf, type Reachable } from './keys.ts';
export { LIST_LIMITS, type ListedFault, type ListFileFault, readBoughtList, readReservations } from './list-file.ts';
export { importLeadList, type LeadList, readLeadList, readLeadLists } from './lists.ts';
export { readReachable } from './reachable.ts';
export {
  type ContactChannel,
  type ContactRefusal,
  contactRefusal,
  LEAD_MONTHS,
  leadDeleteOn,
  noticeDueOn,
  washedInMonthOf,
} from './rules.ts';
export {
  contactable,
  declineLead,
  type Lead,
  readLead,
  readLeads,
  recordCall,
  recordLetters,
  removeLead,
  washLeadList,
} from './store.ts';
export { readSuppressed, suppress } from './suppressions.ts';
