/**
 * From what the schemas accepted to the `Policy` that other rooms read: names in full, texts together, every optional
 * thing null when absent. It trusts that the cross-file rules hold; `checkPolicy` asks them first.
 */
import type { LawReference, LocalizedText, Named, Policy } from '../model.ts';
import type { PolicyText } from '../schemas/index.ts';
import type { SecurityText } from '../schemas/security.ts';
import { buildController } from './build-controller.ts';
import { buildData } from './build-data.ts';
import { buildPurposes } from './build-purposes.ts';
import { buildRetention } from './build-retention.ts';

export function buildPolicy(text: PolicyText): Policy {
  const security = text['security.yaml'];
  return {
    controller: buildController(text['controller.yaml']),
    ...buildData(text['data.yaml']),
    ...buildPurposes(text['purposes.yaml']),
    retention: buildRetention(text['retention.yaml'], text['data.yaml']),
    recipients: mapNamed(text['recipients.yaml'].recipients, (recipient, name) => ({
      ...recipient,
      name,
      transfer:
        recipient.transfer === undefined
          ? null
          : {
              ground: recipient.transfer.ground,
              reference: recipient.transfer.reference,
              checkedOn: recipient.transfer.checked_on,
            },
      agreement:
        recipient.agreement === undefined
          ? null
          : {
              reference: recipient.agreement.reference,
              signedOn: recipient.agreement.signed_on,
              reviewBy: recipient.agreement.review_by,
            },
    })),
    sources: mapNamed(text['recipients.yaml'].sources, ({ nb, en, ...source }, name) => ({
      ...source,
      name,
      label: { nb, en },
    })),
    storage: mapNamed(text['cookies.yaml'].storage, ({ necessary_because, purpose, ...item }, name) => ({
      ...item,
      name,
      purpose: purpose ?? null,
      necessaryBecause: necessary_because ?? null,
    })),
    browserHelp: text['cookies.yaml'].browser_help,
    security: {
      measures: security.measures.map(({ name, kind, nb, en, checked_on, check_again }) => ({
        ...{ name, kind, label: { nb, en } },
        ...{ checkedOn: checked_on, checkAgain: check_again },
      })),
      riskAssessment: riskAssessmentOf(security),
      legalReview: legalReviewOf(security),
      verification: security.verification.map(({ name, nb, en }) => ({ name, label: { nb, en } })),
      dataLocations: security.data_locations.map(({ nb, en, country }) => ({ label: { nb, en }, country })),
      staffTwoFactor: security.staff_two_factor,
      sessionLifetime: security.session_lifetime,
      smallestGroup: security.smallest_group,
      unusualLooks: {
        peopleADay: security.unusual_looks.people_a_day,
        timesUsual: security.unusual_looks.times_usual,
        workingHours: security.unusual_looks.working_hours,
        workingDays: security.unusual_looks.working_days,
        looksOutside: security.unusual_looks.looks_outside,
        surnameSharedBy: security.unusual_looks.surname_shared_by,
      },
    },
    promises: mapNamed(security.promises, ({ nb, en, controls }, id) => ({ id, label: { nb, en }, controls })),
    controlsNotBuilt: security.controls_not_built,
  };
}

function riskAssessmentOf({ risk_assessment: made }: SecurityText): Policy['security']['riskAssessment'] {
  return made === undefined ? null : { doneOn: made.done_on, every: made.every, summary: made.summary };
}

function legalReviewOf({ legal_review: made }: SecurityText): Policy['security']['legalReview'] {
  return made === undefined ? null : { doneOn: made.done_on, every: made.every, owner: made.owner };
}

/** The same names, each value made anew. */
export function mapNamed<A, B>(record: Readonly<Record<string, A>>, make: (value: A, name: string) => B): Named<B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value, name)]));
}

export const labelOf = ({ nb, en }: LocalizedText): LocalizedText => ({ nb, en });

export function lawOf(law: string | { cite: string; url?: string | undefined }): LawReference {
  return typeof law === 'string' ? { cite: law, url: null } : { cite: law.cite, url: law.url ?? null };
}
