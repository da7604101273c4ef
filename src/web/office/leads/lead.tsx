/** Showing somebody on a bought list, and receiving what came of it: a call, a no, a new customer. */

import { dayOf } from '../../../records/index.ts';
import {
  declineLead,
  type Lead,
  type LeadList,
  personDetails,
  personFaults,
  recordCall,
} from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { personFaultInWords } from '../../forms/read-person.ts';
import type { WebContext } from '../../http-request.ts';
import { textsIn } from '../../texts/index.ts';
import type { WebParts } from '../../web-parts.ts';
import { doneThen } from '../flash/done-then.ts';
import { readForm } from '../form/read-form.ts';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { convertLead, REGISTERS } from './flow.ts';
import { LeadPage } from './lead-page.tsx';
import { leadAddress } from './lists-page.tsx';

const FIELDS = ['legalName', 'email', 'phone', 'street', 'postalCode', 'city'] as const;

const today = (parts: WebParts): string => dayOf(parts.now(), parts.policy);

const known = ({ fullName, email, phone, street, postalCode, city }: Lead): FormState => ({
  values: {
    ...{ legalName: fullName, email: email ?? '', phone: phone ?? '' },
    ...{ street: street ?? '', postalCode: postalCode ?? '', city: city ?? '' },
  },
  faults: {},
});

export async function showLead(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  list: LeadList,
  lead: Lead,
  state: FormState = known(lead),
): Promise<Response> {
  const may = desk.own.some(({ name }) => name === REGISTERS);
  const page = { desk, list, lead, convert: may ? state : null, today: today(parts) };
  return context.html(<LeadPage {...page} />, Object.keys(state.faults).length === 0 ? 200 : 422);
}

export async function receiveLead(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  list: LeadList,
  lead: Lead,
): Promise<Response> {
  const { typed } = await readForm(context, ['act', ...FIELDS] as const);
  const { staff, purpose } = desk;
  if (typed.act === 'called') {
    const refusal = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
      recordCall(register, lead.leadId, today(parts)),
    );
    return doneThen(context, parts, desk, leadAddress(desk, list.listId, lead.leadId), {
      says: (words) =>
        refusal === null ? words.leadWasCalled : refusal === 'gone' ? words.leadsGone : words.leadRefusals[refusal],
      tone: refusal === null ? 'success' : 'warning',
    });
  }
  if (typed.act === 'no') {
    const no = { digest: parts.outside.digestOfNo, on: today(parts) };
    await parts.asPrincipal(staff, purpose.name, ({ register }) => declineLead(register, lead.leadId, no));
    return doneThen(context, parts, desk, leadAddress(desk, list.listId), { says: (words) => words.leadNoKept });
  }
  return await receiveCustomer(context, parts, desk, list, lead, typed);
}

async function receiveCustomer(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  list: LeadList,
  lead: Lead,
  typed: Readonly<Partial<Record<(typeof FIELDS)[number], string>>>,
): Promise<Response> {
  const words = textsIn(desk.frame.language);
  const person = personDetails('private', typed);
  const faults: Record<string, string> = {};
  for (const [field, fault] of Object.entries(personFaults(person))) faults[field] = personFaultInWords(fault, words);
  const state = { values: { ...typed }, faults };
  if (Object.keys(faults).length > 0) return await showLead(context, parts, desk, list, lead, state);
  const isNew = await convertLead(parts, desk, lead, person);
  return doneThen(context, parts, desk, leadAddress(desk, list.listId, ...(isNew ? [] : [lead.leadId])), {
    says: (texts) => (isNew ? texts.leadConverted : texts.leadKnown),
    tone: isNew ? 'success' : 'warning',
  });
}
