/** Findings about what a company has yet to do: the policy leaves it out until it is done, and says nothing untrue. */
import type { Rule } from '../rules/rule.ts';

/** Art. 32(1)(d): regularly testing, assessing and evaluating. */
export const risksAreAssessed: Rule = ({ policy }, report) => {
  if (policy.security.riskAssessment !== null) return;
  report.finding('KEPT-332', 'Art. 24(1), 32(1)(d), 32(2) GDPR', 'security.yaml', ['risk_assessment']);
};

export const lawIsReviewed: Rule = ({ policy }, report) => {
  if (policy.security.legalReview !== null) return;
  report.finding('KEPT-333', 'Art. 24(1) GDPR', 'security.yaml', ['legal_review']);
};

/** A balance that nobody has weighed is a draft. */
export const balancesAreWeighed: Rule = ({ policy }, report) => {
  for (const { name, balancing } of Object.values(policy.purposes)) {
    if (balancing === null || balancing.assessedOn !== null) continue;
    report.finding('KEPT-334', 'Art. 5(2), 6(1)(f) GDPR', 'purposes.yaml', ['purposes', name, 'balancing'], { name });
  }
};

/** Art. 37(1), with Art. 5(2): whoever appoints none shows why. */
export const officerIsConsidered: Rule = ({ policy }, report) => {
  const { dataProtectionOfficer: officer } = policy.controller;
  if (officer.appointed || officer.because !== null) return;
  report.finding('KEPT-335', 'Art. 5(2), 37(1) GDPR', 'controller.yaml', ['data_protection_officer']);
};

/** Art. 32(1) asks for technical and organisational measures; papers, devices and premises need physical ones. */
export const measuresAreOfEveryKind: Rule = ({ policy }, report) => {
  const { measures } = policy.security;
  for (const kind of ['technical', 'physical', 'organisational'] as const) {
    if (measures.some((measure) => measure.kind === kind)) continue;
    report.finding('KEPT-336', 'Art. 32(1) GDPR', 'security.yaml', ['measures'], { kind });
  }
};
