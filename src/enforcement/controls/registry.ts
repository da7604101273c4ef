/** Every control that code runs. A promise may name these; others it must declare not built. */
import type { Control } from '../types.ts';
import { accessLogComplete } from './access-log.ts';
import * as claims from './claims.ts';
import * as consents from './consents-and-notices.ts';
import * as content from './content.ts';
import * as correspondence from './correspondence.ts';
import { derivedDataLabelled } from './derived-data.ts';
import { legalHolds } from './disputes.ts';
import * as dates from './due-dates.ts';
import { purposeOnExports } from './exports.ts';
import * as fields from './field-quality.ts';
import * as figures from './figures.ts';
import { invoiceNumbersWithoutGaps } from './invoices.ts';
import { jobsCarryIds } from './jobs.ts';
import { ledgerIntact } from './ledger-intact.ts';
import * as live from './live-database.ts';
import * as mail from './mail-templates.ts';
import { egressRegistered } from './outgoing.ts';
import * as outside from './outside-data.ts';
import { payoutAccountsOnlyForPayouts } from './payouts.ts';
import * as people from './people-and-time.ts';
import { profilingVisible } from './profiling.ts';
import { noticeShownRecorded, protectedAddressesHidden } from './protected-addresses.ts';
import * as recipients from './recipients.ts';
import { emailAddressesVerified, marketingSendGate } from './send-gate.ts';
import * as signIn from './sign-in.ts';
import * as staff from './staff-access.ts';
import * as trade from './trade.ts';
import { unusedFieldsReported } from './unused-fields.ts';
import * as web from './web-pages.ts';

export const CONTROLS: readonly Control[] = [
  live.purposeRequired,
  live.grantsMatchPolicy,
  live.noUnknownColumns,
  live.permitsCurrent,
  live.oneBasisPerPurpose,
  live.staffRolesInPolicy,
  live.paymentHistoryClosed,
  live.accountingCopiesClosed,
  people.retentionForEveryTable,
  people.retentionDatesComputable,
  people.allKindsCovered,
  people.dataVisibleToPerson,
  people.provenanceRecorded,
  consents.consentsInLedger,
  consents.consentBeforeMarketing,
  marketingSendGate,
  emailAddressesVerified,
  consents.noticePublished,
  consents.noticeVersionsSigned,
  consents.categoriesInNotice,
  content.noCardNumbers,
  content.noNationalIdentityNumbers,
  fields.namesRoundTrip,
  fields.addressesWellFormed,
  fields.phoneNumbersWellFormed,
  fields.organisationNumbersValid,
  unusedFieldsReported,
  protectedAddressesHidden,
  noticeShownRecorded,
  mail.serviceMessagesReviewed,
  mail.otherChannelsMentionNotice,
  claims.claimCases,
  claims.claimWindowsByProduct,
  correspondence.extensionRecorded,
  correspondence.enquiriesExpire,
  correspondence.specialCategoriesScanned,
  trade.ordersHaveDeliveries,
  derivedDataLabelled,
  invoiceNumbersWithoutGaps,
  payoutAccountsOnlyForPayouts,
  legalHolds,
  profilingVisible,
  purposeOnExports,
  recipients.recipientsRegistered,
  recipients.dataLocationsRegistered,
  egressRegistered,
  outside.creditCheckGrounds,
  outside.art14NoticeClock,
  outside.leadListsChecked,
  outside.allowedSourcesOnly,
  dates.agreementsInForce,
  dates.riskAssessmentCurrent,
  dates.legalReviewCurrent,
  dates.securityMeasuresChecked,
  ledgerIntact,
  jobsCarryIds,
  web.noticeLinkedAtForms,
  web.noThirdPartyRequests,
  web.noStorageBeforeConsent,
  web.contactChannelsPublished,
  web.complaintRoutePublished,
  signIn.storageInventoryComplete,
  signIn.signInLogVisible,
  signIn.accessEndsOnDate,
  accessLogComplete,
  figures.surveyCap,
  figures.improvementPseudonymised,
  figures.usagePseudonymsRotate,
  figures.statisticsCellSize,
  staff.accessReviewsSigned,
  staff.disclosuresRecorded,
];
