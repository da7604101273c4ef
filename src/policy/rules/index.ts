/** Every rule across the files of a policy, in the order they are asked. */
import { conditionsOnlyCompare } from './condition-rules.ts';
import * as data from './data-rules.ts';
import * as others from './other-rules.ts';
import * as purposes from './purpose-rules.ts';
import * as retention from './retention-rules.ts';
import type { Rule } from './rule.ts';
import * as unused from './unused-tables.ts';

export const RULES: readonly Rule[] = [
  data.tablesAreDescribedOnce,
  data.categoriesOfColumns,
  data.keysAreColumns,
  data.dataSubjectsHaveHomes,
  data.rowsLeadToPeople,
  data.gatedRowsHaveOwners,
  unused.unusedTablesAreNotNamed,
  purposes.purposesAreFew,
  purposes.purposeNamesAreKnown,
  purposes.basesBringTheirGrounds,
  purposes.purposesHaveActors,
  purposes.temporaryRolesGiveNoAccess,
  purposes.encryptedColumnsAreNotCompared,
  retention.keptThingsAreDescribed,
  retention.eventsAreShort,
  retention.eventsAreColumns,
  retention.reasonsAreKnown,
  retention.nothingIsKeptForEver,
  conditionsOnlyCompare,
  others.recipientNamesAreKnown,
  others.storagePurposesAreKnown,
  others.promisesNameControls,
];
