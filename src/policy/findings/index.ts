/** Every finding from law. The first 22 are the points where a statement of 2018 falls short today, in their order. */
import type { Rule } from '../rules/rule.ts';
import * as data from './data-findings.ts';
import * as others from './other-findings.ts';
import * as purposes from './purpose-findings.ts';
import * as storage from './storage-findings.ts';
import * as undone from './undone-findings.ts';

export const FINDINGS: readonly Rule[] = [
  storage.browserSettingsAreNoChoice,
  storage.storageNeedsConsent,
  storage.necessitySaysWhy,
  purposes.contractCarriesNoMarketing,
  purposes.dutiesHaveTheirBasis,
  purposes.profilingIsTold,
  purposes.rightsHaveAWay,
  others.periodsAreConcrete,
  data.noCardNumbers,
  others.recipientsAreNamed,
  others.transfersHaveGrounds,
  data.pseudonymsArePersonal,
  others.locationsAreTrue,
  storage.thirdPartiesAreRecipients,
  storage.helpIsOfUse,
  others.versionIsSigned,
  others.complaintsHaveAWay,
  purposes.leadsAreBalanced,
  purposes.creditChecksAreBalanced,
  others.versionKnowsTheAct,
  others.childrenAreConsidered,
  purposes.consentIsFree,
  data.dutyToGiveIsTold,
  others.processorsAreBound,
  purposes.interestsAreBalanced,
  data.everythingHasAUse,
  purposes.noMachineDecides,
  data.noNationalIdentityNumbers,
  data.specialCategoriesAreRare,
  others.bookkeepingIsKept,
  undone.risksAreAssessed,
  undone.lawIsReviewed,
  undone.balancesAreWeighed,
  undone.officerIsConsidered,
  undone.measuresAreOfEveryKind,
];
