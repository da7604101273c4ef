/** Findings about purposes and their lawful bases: Art. 6, 7, 13, 14, 21 and 22 GDPR and the acts beside it. */
import type { Policy, Purpose } from '../model.ts';
import type { Rule } from '../rules/rule.ts';

const FILE = 'purposes.yaml';
const purposesOf = (policy: Policy): readonly Purpose[] => Object.values(policy.purposes);
const isContract = ({ basis }: Purpose): boolean => basis === 'contract' || basis === 'pre-contract';

export const contractCarriesNoMarketing: Rule = ({ policy }, report) => {
  for (const purpose of purposesOf(policy)) {
    if (!purpose.directMarketing || purpose.basis === 'consent' || purpose.basis === 'legitimate-interest') continue;
    const path = ['purposes', purpose.name, 'basis'];
    report.finding('KEPT-304', 'Art. 6(1)(b) GDPR; markedsføringsloven § 15', FILE, path, { name: purpose.name });
  }
};

/** What the law makes one keep has a basis of its own. */
export const dutiesHaveTheirBasis: Rule = ({ policy }, report) => {
  const byLaw = policy.retention.find(({ because }) => because.kind === 'law');
  if (byLaw === undefined || purposesOf(policy).some(({ basis }) => basis === 'legal-obligation')) return;
  report.finding('KEPT-305', 'Art. 6(1)(c) GDPR', 'retention.yaml', ['rules', byLaw.name], { rule: byLaw.name });
};

/** Marketing that reads what was inferred about a person is profiling, and must say so. */
export const profilingIsTold: Rule = ({ policy }, report) => {
  const derived = new Set<string>();
  for (const { columns } of Object.values(policy.tables)) {
    for (const { source, category } of Object.values(columns)) {
      if (source === 'derived' && category !== null) derived.add(category);
    }
  }
  for (const purpose of purposesOf(policy)) {
    const inferred = purpose.uses.find((category) => derived.has(category));
    const untold = purpose.directMarketing && inferred !== undefined && purpose.profiling === null;
    const onContract = purpose.profiling !== null && isContract(purpose);
    if (!untold && !onContract) continue;
    const facts = { name: purpose.name, category: inferred ?? '' };
    report.finding('KEPT-306', 'Art. 13(2)(f), 21, 22 GDPR', FILE, ['purposes', purpose.name], facts);
  }
};

/** Without a purpose through which people reach their own data, rights wait for somebody's time. */
export const rightsHaveAWay: Rule = ({ policy }, report) => {
  if (purposesOf(policy).some(({ ownRowsOnly, openTo }) => ownRowsOnly && openTo.includes('data-subject'))) return;
  report.finding('KEPT-307', 'Art. 12(2), 13(2)(b), 15-22 GDPR', FILE, ['purposes']);
};

export const leadsAreBalanced: Rule = ({ policy }, report) => {
  const bought = Object.values(policy.tables).filter(({ columns }) =>
    Object.values(columns).some(({ source }) => source === 'external'),
  );
  const external = new Set(bought.flatMap(({ columns }) => Object.values(columns).map(({ category }) => category)));
  for (const purpose of purposesOf(policy)) {
    if (!purpose.directMarketing || purpose.basis === 'consent' || purpose.balancing !== null) continue;
    if (!purpose.uses.some((category) => external.has(category))) continue;
    const facts = { name: purpose.name };
    report.finding('KEPT-318', 'Art. 14 GDPR; markedsføringsloven §§ 12-16', FILE, ['purposes', purpose.name], facts);
  }
};

/** Credit checks need a factual need and a balance; consent or contract alone does not carry them. */
export const creditChecksAreBalanced: Rule = ({ policy }, report) => {
  for (const purpose of purposesOf(policy)) {
    const writes = purpose.records.find((category) => /credit|kreditt/i.test(category));
    if (writes === undefined) continue;
    if (purpose.basis === 'legitimate-interest' && purpose.balancing !== null) continue;
    const facts = { name: purpose.name, category: writes };
    const law = 'Art. 6(1)(f) GDPR; kredittopplysningsloven';
    report.finding('KEPT-319', law, FILE, ['purposes', purpose.name, 'basis'], facts);
  }
};

/** Art. 7(4): consent to what one must give to get the service is not free. */
export const consentIsFree: Rule = ({ policy }, report) => {
  const mandatory = new Set<string>();
  for (const { columns } of Object.values(policy.tables)) {
    for (const column of Object.values(columns)) {
      if (column.mandatory && column.category !== null) mandatory.add(column.category);
    }
  }
  const otherwise = new Set(purposesOf(policy).flatMap(({ basis, uses }) => (basis === 'consent' ? [] : uses)));
  for (const purpose of purposesOf(policy)) {
    if (purpose.basis !== 'consent') continue;
    const forced = purpose.uses.find((category) => mandatory.has(category) && !otherwise.has(category));
    if (forced === undefined) continue;
    const facts = { name: purpose.name, category: forced };
    report.finding('KEPT-322', 'Art. 7(4) GDPR', FILE, ['purposes', purpose.name, 'basis'], facts);
  }
};

export const interestsAreBalanced: Rule = ({ policy }, report) => {
  for (const { name, basis, balancing } of purposesOf(policy)) {
    if (basis !== 'legitimate-interest' || balancing !== null) continue;
    report.finding('KEPT-325', 'Art. 6(1)(f), 13(1)(d) GDPR', FILE, ['purposes', name, 'basis'], { name });
  }
};

export const noMachineDecides: Rule = ({ policy }, report) => {
  for (const { name, profiling } of purposesOf(policy)) {
    if (!profiling?.automatedDecision) continue;
    report.finding('KEPT-327', 'Art. 22 GDPR', FILE, ['purposes', name, 'profiling', 'automated_decision'], { name });
  }
};
