/** Findings about the controller, retention, recipients and where data lies. */
import { EEA } from '../eea.ts';
import type { RetentionEvent } from '../model.ts';
import type { Rule } from '../rules/rule.ts';

const CIRCULAR = /(så lenge (det er|som er)? ?nødvendig|as long as (is |it is )?(necessary|needed))/i;

/** A period or a criterion, not the question given back as the answer. */
export const periodsAreConcrete: Rule = ({ policy }, report) => {
  for (const { name, label } of policy.retention) {
    if (!CIRCULAR.test(label.nb) && !CIRCULAR.test(label.en)) continue;
    report.finding('KEPT-308', 'Art. 13(2)(a) GDPR', 'retention.yaml', ['rules', name], { name });
  }
};

/** Authorities receive what the law says of everyone; who works for the company is the company's to name. */
export const recipientsAreNamed: Rule = ({ policy }, report) => {
  if (Object.values(policy.recipients).some(({ kind }) => kind !== 'public-authority')) return;
  report.finding('KEPT-310', 'Art. 13(1)(e) GDPR', 'recipients.yaml', ['recipients']);
};

export const transfersHaveGrounds: Rule = ({ policy }, report) => {
  for (const { name, countries, transfer } of Object.values(policy.recipients)) {
    const outside = countries.filter((country) => !EEA.has(country));
    if (outside.length === 0 || transfer !== null) continue;
    const facts = { name, countries: outside.join(', ') };
    report.finding('KEPT-311', 'Art. 13(1)(f), 44-49 GDPR', 'recipients.yaml', ['recipients', name], facts);
  }
};

/** Where the policy says the data lies must be where its stores lie. */
export const locationsAreTrue: Rule = ({ policy }, report) => {
  const told = new Set(policy.security.dataLocations.map(({ country }) => country));
  for (const { name, type, countries } of Object.values(policy.recipients)) {
    const untold = countries.filter((country) => type === 'storage' && !told.has(country));
    if (untold.length === 0) continue;
    const facts = { name, countries: untold.join(', ') };
    report.finding('KEPT-313', 'Art. 5(1)(a), 13(1)(f) GDPR', 'security.yaml', ['data_locations'], facts);
  }
};

export const versionIsSigned: Rule = ({ policy }, report) => {
  const { place, approver } = policy.controller.version;
  if (place.trim() !== '' && approver.trim() !== '') return;
  report.finding('KEPT-316', 'Art. 5(2), 13(1)(a) GDPR', 'controller.yaml', ['version']);
};

export const complaintsHaveAWay: Rule = ({ policy }, report) => {
  const { address, complaintUrl } = policy.controller.supervisoryAuthority;
  if (address.trim() !== '' && complaintUrl.startsWith('https://')) return;
  report.finding('KEPT-317', 'Art. 13(2)(d), 77 GDPR', 'controller.yaml', ['supervisory_authority']);
};

/** The Regulation became Norwegian law on 20 July 2018. */
export const versionKnowsTheAct: Rule = ({ policy }, report) => {
  const { date } = policy.controller.version;
  if (date >= '2018-07-20') return;
  report.finding('KEPT-320', 'personopplysningsloven § 1', 'controller.yaml', ['version', 'date'], { date });
};

export const childrenAreConsidered: Rule = ({ policy }, report) => {
  const { minimumAge } = policy.controller;
  if (minimumAge >= 13) return;
  const facts = { age: String(minimumAge) };
  report.finding('KEPT-321', 'Art. 8 GDPR; personopplysningsloven § 5', 'controller.yaml', ['minimum_age'], facts);
};

export const processorsAreBound: Rule = ({ policy }, report) => {
  for (const { name, kind, agreement } of Object.values(policy.recipients)) {
    if (kind !== 'processor' || agreement !== null) continue;
    report.finding('KEPT-324', 'Art. 28(3) GDPR', 'recipients.yaml', ['recipients', name], { name });
  }
};

const inMonths = (period: string): number => {
  const count = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  return count('Y') * 12 + count('M') + Math.floor((count('W') * 7 + count('D')) / 31);
};

const countsFromYearEnd = (event: RetentionEvent): boolean =>
  event.kind === 'end-of-year' || (event.kind === 'latest' && event.of.some(countsFromYearEnd));

/** Five years for primary and three and a half for secondary documents, from the end of the financial year. */
export const bookkeepingIsKept: Rule = ({ policy }, report) => {
  for (const { name, period, after, because } of policy.retention) {
    if (because.kind !== 'law' || !/bokføringsloven/i.test(because.law.cite)) continue;
    const path = ['rules', name, 'for'];
    const law = 'bokføringsloven § 13';
    if (inMonths(period) < 42) report.finding('KEPT-330', law, 'retention.yaml', path, { name, period });
    if (!countsFromYearEnd(after))
      report.finding('KEPT-331', law, 'retention.yaml', ['rules', name, 'after'], { name });
  }
};
