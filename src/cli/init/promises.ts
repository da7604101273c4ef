/**
 * Which promises a policy makes: each needs parts that are used, or something that the company has told. Promises that
 * stand in neither list are for everyone.
 */
import type { LocalizedText } from '../../policy/index.ts';

/** One of the alternatives is enough; of an alternative all parts are needed. */
const NEEDS_PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  P1: [['partners']],
  P4: [['messages']],
  P5: [['deliveries']],
  P6: [['invoices']],
  P7: [['claims']],
  P8: [['disputes']],
  P9: [['surveys']],
  P10: [['usage-data']],
  P11: [['statistics']],
  P12: [['marketing']],
  P13: [['marketing-profiling']],
  P14: [['marketing']],
  P19: [['orders'], ['deliveries'], ['invoices']],
  P22: [['company-customers']],
  P23: [['invoices']],
  P24: [['invoices']],
  P25: [['invoices']],
  P26: [['company-customers']],
  P27: [['company-customers']],
  P28: [['company-customers']],
  P29: [['orders']],
  P30: [['marketing-profiling']],
  P34: [['claims']],
  P35: [['disputes']],
  P36: [['invoices']],
  P37: [['credit-checks']],
  P39: [['orders']],
  P41: [['orders'], ['invoices'], ['messages']],
  P42: [['credit-checks']],
  P44: [['leads']],
  P45: [['marketing']],
  P47: [['messages']],
  P55: [['add-on-services']],
  P56: [['add-on-services']],
  P61: [['orders'], ['deliveries'], ['invoices']],
  P62: [['claims', 'deliveries']],
  P63: [['orders'], ['messages']],
  P64: [['usage-data']],
  P70: [['orders']],
  P71: [['orders']],
  P84: [['messages']],
};

/** What a company has told about itself, and what can be promised then. */
export interface Told {
  readonly recipients: boolean;
  /** Each of those who process on the company's behalf has signed an agreement. */
  readonly agreements: boolean;
  readonly storageOrCommunication: boolean;
  readonly advisers: boolean;
  /** Technical, organisational and physical measures. */
  readonly measures: boolean;
  readonly riskAssessment: boolean;
  readonly legalReview: boolean;
}

const NEEDS_TOLD: Readonly<Record<string, keyof Told>> = {
  P49: 'recipients',
  P50: 'advisers',
  P52: 'agreements',
  P53: 'agreements',
  P54: 'storageOrCommunication',
  P65: 'measures',
  P93: 'measures',
  P94: 'legalReview',
  P95: 'riskAssessment',
  P96: 'measures',
  P98: 'riskAssessment',
};

/** When a promise that waits can be made, as a comment in the policy says. */
export const WAITS_FOR: Readonly<Record<keyof Told, LocalizedText>> = {
  recipients: { nb: 'mottakere er navngitt', en: 'recipients are named' },
  agreements: { nb: 'databehandlere er navngitt med avtale', en: 'processors are named with their agreement' },
  storageOrCommunication: {
    nb: 'de som lagrer og sender for dere, er navngitt',
    en: 'those who store and send for you are named',
  },
  advisers: { nb: 'rådgivere er navngitt', en: 'advisers are named' },
  measures: {
    nb: 'det finnes tekniske, fysiske og organisatoriske tiltak',
    en: 'there are technical, physical and organisational measures',
  },
  riskAssessment: { nb: 'risk_assessment er skrevet', en: 'risk_assessment is written' },
  legalReview: { nb: 'legal_review er skrevet', en: 'legal_review is written' },
};

/** Whether a promise is about a part that is used. */
export function concernsParts(id: string, parts: readonly string[]): boolean {
  const alternatives = NEEDS_PARTS[id];
  return alternatives === undefined || alternatives.some((all) => all.every((part) => parts.includes(part)));
}

/** What a promise waits for; null when it can be made. */
export function waitsFor(id: string, told: Told): keyof Told | null {
  const needed = NEEDS_TOLD[id];
  return needed === undefined || told[needed] ? null : needed;
}
