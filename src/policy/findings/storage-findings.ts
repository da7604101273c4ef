/** Findings about storage in the visitor's equipment: ekomloven § 3-15, in force from 1 January 2025. */
import type { Policy, StorageItem } from '../model.ts';
import type { Rule } from '../rules/rule.ts';

const FILE = 'cookies.yaml';
const LAW = 'ekomloven § 3-15';

const asksConsent = (policy: Policy, item: StorageItem): boolean =>
  item.purpose !== null && policy.purposes[item.purpose]?.basis === 'consent';

/** Browser settings are no consent: a help page cannot stand in for a choice. */
export const browserSettingsAreNoChoice: Rule = ({ policy }, report) => {
  const unasked = Object.values(policy.storage).filter((it) => it.class !== 'necessary' && !asksConsent(policy, it));
  if (policy.browserHelp.length > 0 && unasked.length > 0) {
    report.finding('KEPT-301', LAW, FILE, ['browser_help'], { items: unasked.map(({ name }) => name).join(', ') });
  }
};

export const storageNeedsConsent: Rule = ({ policy }, report) => {
  for (const item of Object.values(policy.storage)) {
    if (item.class === 'necessary' || asksConsent(policy, item)) continue;
    report.finding('KEPT-302', LAW, FILE, ['storage', item.name], { name: item.name, class: item.class });
  }
};

/** Only what is strictly necessary for a service the visitor asked for. */
export const necessitySaysWhy: Rule = ({ policy }, report) => {
  for (const { name, class: kind, necessaryBecause } of Object.values(policy.storage)) {
    if (kind === 'necessary' && necessaryBecause === null) {
      report.finding('KEPT-303', LAW, FILE, ['storage', name], { name });
    }
  }
};

export const thirdPartiesAreRecipients: Rule = ({ policy }, report) => {
  const labels = Object.values(policy.recipients).flatMap(({ label, name }) => [label, name]);
  for (const { name, party, provider } of Object.values(policy.storage)) {
    if (party === 'first' || labels.includes(provider)) continue;
    report.finding('KEPT-314', 'Art. 13(1)(e), 26 GDPR', FILE, ['storage', name], { name, provider });
  }
};

/** A browser that is no longer made, or a page that does not speak the reader's language. */
export const helpIsOfUse: Rule = ({ policy }, report) => {
  for (const [index, { browser, url }] of policy.browserHelp.entries()) {
    const retired = /internet explorer|^ie$/i.test(browser);
    const foreign = /\/en([-_][a-z]{2})?(\/|$)/i.test(url.nb);
    const open = !url.nb.startsWith('https://') || !url.en.startsWith('https://');
    if (retired || foreign || open) {
      report.finding('KEPT-315', 'Art. 12(1) GDPR', FILE, ['browser_help', index], { browser });
    }
  }
};
