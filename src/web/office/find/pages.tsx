/** The addresses of finding a customer: the page, its form, and what is suggested while one types. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import type { Found } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { ChoosePage } from '../choose.tsx';
import { atDesk, type Desk, withPurpose } from '../desk.tsx';
import { customerName } from './customer-name.ts';
import { FindPage } from './page.tsx';
import { NOTHING_SEARCHED, search, suggest } from './state.ts';

export function addFind(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const customers = ADDRESSES.officeCustomers;
  app.get(customers[language], (context) =>
    atDesk(context, parts, customers, async (desk) => {
      if (desk.purpose === null) return context.html(<ChoosePage desk={desk} target={customers[language]} />);
      return context.html(<FindPage desk={desk} purpose={desk.purpose} state={NOTHING_SEARCHED} />);
    }),
  );
  app.post(customers[language], (context) =>
    atDesk(context, parts, customers, async (desk) => {
      if (desk.purpose === null) return context.html(<ChoosePage desk={desk} target={customers[language]} />);
      const state = await search(parts, desk, desk.purpose, await typedIn(context));
      const page = <FindPage desk={desk} purpose={desk.purpose} state={state} />;
      return context.html(page, state.fault === null ? 200 : 422);
    }),
  );
  const suggestions = ADDRESSES.officeSuggestions;
  app.post(suggestions[language], (context) =>
    atDesk(context, parts, suggestions, (desk) => answerSuggestions(context, parts, desk)),
  );
}

async function answerSuggestions(context: WebContext, parts: WebParts, desk: Desk): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  if (desk.purpose === null) return context.json({ told: '', suggestions: [] }, 400);
  const found = await suggest(parts, desk, desk.purpose, await typedIn(context));
  if (typeof found === 'number') {
    return context.json({ told: texts.searchedTooOften(found), suggestions: [] }, 429, { 'Retry-After': `${found}` });
  }
  const suggestions = inWords(desk, found);
  return context.json({ told: found.asked ? texts.suggested(suggestions.length) : '', suggestions });
}

interface Suggestion {
  readonly address: string;
  readonly name: string;
  readonly detail: string;
}

function inWords(desk: Desk, { customers, contacts, deliverTo }: Found): readonly Suggestion[] {
  const { frame, purpose } = desk;
  const texts = officeTextsIn(frame.language);
  return customers.map((customer) => {
    const id = String(customer.customer_id);
    const names = contacts.get(id) ?? [];
    const number = customer.customer_number;
    const details = [
      ...(typeof number === 'number' ? [String(number)] : []),
      ...(names.length === 0 ? [] : [texts.foundContact(names.join(', '))]),
    ];
    return {
      address: withPurpose(`${ADDRESSES.officeCustomers[frame.language]}/${id}`, purpose?.name ?? null),
      name: customerName(customer, deliverTo.get(id), desk),
      detail: details.join(' · '),
    };
  });
}
