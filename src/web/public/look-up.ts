/** A company that registers may have its name and address fetched from the open register: shown to them, to be corrected. */
import { dateInWords } from '../../notice/index.ts';
import { dayOf } from '../../records/index.ts';
import type { FormState } from '../forms/field.tsx';
import type { Typed } from '../forms/read-person.ts';
import type { Frame } from '../frame.ts';
import { customerKinds } from '../offered.ts';
import { textsIn } from '../texts/index.ts';
import type { WebParts } from '../web-parts.ts';

/** The button's name: the form is then not a registration. */
export const LOOK_UP = 'lookUp';

export const offersLookUp = ({ outside, policy }: Pick<WebParts, 'outside' | 'policy'>): boolean =>
  outside.companies !== null && customerKinds(policy).includes('company');

export interface LookedUp {
  readonly state: FormState;
  /** What was fetched, from where and when; null where nothing was. */
  readonly fetched: string | null;
}

/** The form as it was typed, with what the register says in its fields, or with what is wrong with the number. */
export async function lookUpCompany({ outside, policy }: WebParts, frame: Frame, typed: Typed): Promise<LookedUp> {
  const { language } = frame;
  const texts = textsIn(language);
  const number = (typed.organisationNumber ?? '').replaceAll(/\s/g, '');
  const answer = await outside.companies?.lookUp(number);
  const wrong = (text: string): LookedUp => ({
    state: { values: typed, faults: { organisationNumber: text } },
    fetched: null,
  });
  if (answer === undefined || answer.kind === 'unavailable') return wrong(texts.lookUpUnavailable);
  if (answer.kind === 'busy') return wrong(texts.lookUpBusy(answer.retryAfterSeconds));
  if (answer.kind !== 'found' || answer.company.deletedOn !== null) return wrong(texts.lookUpUnknown);
  const { name, businessAddress } = answer.company;
  const found = {
    ...{ kind: 'company', legalName: name, street: businessAddress?.street ?? '' },
    ...{ postalCode: businessAddress?.postalCode ?? '', city: businessAddress?.city ?? '' },
  };
  const day = dateInWords(dayOf(answer.retrievedAt, policy), language);
  return {
    state: { values: { ...typed, ...found }, faults: {} },
    fetched: texts.lookUpFetched(answer.sourceName, day),
  };
}
