/** Findings about the data itself: what is held that should not be, or is called less than it is. */
import type { Rule } from '../rules/rule.ts';
import { writtenTable } from '../rules/rule.ts';

const FILE = 'data.yaml';
const CARD = /(^|_)(card_number|card_no|pan|credit_card|cvv|cvc|kortnummer)($|_)/;
const PSEUDONYM = /(^|_)(pseudonym|pseudo_id|hashed|hash_of)($|_)/;
const NATIONAL = /(^|_)(fnr|fodselsnummer|national_id|national_identity_number|personnummer|ssn)($|_)/;

export const noCardNumbers: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables)) {
    for (const column of Object.keys(table.columns).filter((name) => CARD.test(name))) {
      const path = ['tables', writtenTable(text, table.name), 'columns', column];
      report.finding('KEPT-309', 'PCI DSS 3.5.1; Art. 5(1)(c) GDPR', FILE, path, { column });
    }
  }
};

/** A pseudonym still leads to a person: Art. 4(5). */
export const pseudonymsArePersonal: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables).filter(({ unused }) => !unused)) {
    for (const { name, category } of Object.values(table.columns)) {
      if (category !== null || !PSEUDONYM.test(name)) continue;
      const path = ['tables', writtenTable(text, table.name), 'columns', name];
      report.finding('KEPT-312', 'Art. 4(5) GDPR', FILE, path, { column: name });
    }
  }
};

export const noNationalIdentityNumbers: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables)) {
    for (const column of Object.keys(table.columns).filter((name) => NATIONAL.test(name))) {
      const path = ['tables', writtenTable(text, table.name), 'columns', column];
      report.finding('KEPT-328', 'personopplysningsloven § 12', FILE, path, { column });
    }
  }
};

/** Art. 13(2)(e): whether one must give the data. */
export const dutyToGiveIsTold: Rule = ({ policy }, report) => {
  const columns = Object.values(policy.tables).flatMap((table) => Object.values(table.columns));
  const given = columns.some(({ category, source }) => category !== null && source === 'data-subject');
  if (!given || columns.some(({ mandatory }) => mandatory)) return;
  report.finding('KEPT-323', 'Art. 13(2)(e) GDPR', FILE, ['tables']);
};

/** Art. 5(1)(c): what no purpose reads is not needed. */
export const everythingHasAUse: Rule = ({ policy }, report) => {
  const used = new Set(Object.values(policy.purposes).flatMap(({ uses }) => uses));
  for (const { name } of Object.values(policy.categories)) {
    if (!used.has(name)) report.finding('KEPT-326', 'Art. 5(1)(c) GDPR', FILE, ['categories', name], { name });
  }
};

export const specialCategoriesAreRare: Rule = ({ policy }, report) => {
  for (const { name, special } of Object.values(policy.categories)) {
    if (special) report.finding('KEPT-329', 'Art. 9(2), 10 GDPR', FILE, ['categories', name], { name });
  }
};
