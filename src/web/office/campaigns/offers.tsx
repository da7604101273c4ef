/** Offers in the office: their words in both languages, and a form for a new one. */
import type { FC } from 'hono/jsx';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../../../notice/index.ts';
import { addOffer, type Offer, readOffers } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { AreaField, DateField, TextField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import type { WorkingDesk } from '../working-for.tsx';

/** Longest texts, as the database has them. */
const LONGEST = { name: 100, headlineNb: 150, headlineEn: 150, textNb: 4_000, textEn: 4_000 } as const;
const WORDS = ['headlineNb', 'headlineEn', 'textNb', 'textEn'] as const;
const FIELDS = ['name', ...WORDS, 'validFrom', 'validUntil'] as const;

const OffersPage: FC<{ desk: Desk; offers: readonly Offer[]; state: FormState }> = ({ desk, offers, state }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { campaigns } = texts;
  const same = { desk, state, required: true };
  return (
    <DeskPage desk={desk} title={texts.officeOffers} page="officeOffers">
      <h1>{texts.officeOffers}</h1>
      <p class="lead">{campaigns.offersLead}</p>
      {offers.length === 0 ? <p class="empty">{campaigns.noOffers}</p> : null}
      {offers.map((offer) => (
        <article class="ds-card record">
          <h2>{offer.name}</h2>
          <p class="hint">
            {dateInWords(offer.valid_from, language)}–{dateInWords(offer.valid_until, language)}
          </p>
          {(['nb', 'en'] as const).map((one) => (
            <div lang={one}>
              <strong>{offer[`headline_${one}`]}</strong>
              <p class="long">{offer[`text_${one}`]}</p>
            </div>
          ))}
        </article>
      ))}
      <h2>{campaigns.newOffer}</h2>
      <OfficeForm {...{ desk, state }} action={deskAddress(desk, 'officeOffers')} submit={campaigns.saveOffer}>
        <TextField {...same} name="name" label={campaigns.name} longest={LONGEST.name} />
        <TextField {...same} name="headlineNb" label={campaigns.headlineNb} longest={LONGEST.headlineNb} />
        <AreaField {...same} name="textNb" label={campaigns.textNb} longest={LONGEST.textNb} />
        <TextField {...same} name="headlineEn" label={campaigns.headlineEn} longest={LONGEST.headlineEn} />
        <AreaField {...same} name="textEn" label={campaigns.textEn} longest={LONGEST.textEn} />
        <DateField {...same} name="validFrom" label={campaigns.validFrom} />
        <DateField {...same} name="validUntil" label={campaigns.validUntil} />
      </OfficeForm>
    </DeskPage>
  );
};

const offersFor = (parts: WebParts, desk: WorkingDesk): Promise<Offer[]> =>
  parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => readOffers(register));

export async function showOffers(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  return context.html(<OffersPage desk={desk} offers={await offersFor(parts, desk)} state={EMPTY_FORM} />);
}

export async function receiveOffer(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { campaigns } = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, FIELDS);
  const get = (name: (typeof FIELDS)[number]): string => (typed[name] ?? '').trim();
  const faults: Record<string, string> = {};
  if (get('name') === '') faults.name = campaigns.faultName;
  for (const name of WORDS) if (get(name) === '') faults[name] = campaigns.faultText;
  for (const name of ['name', ...WORDS] as const) {
    if (get(name).length > LONGEST[name]) faults[name] = campaigns.faultTooLong;
    const number = forbiddenNumberFault(get(name), desk.frame.language);
    if (number !== null) faults[name] = number;
  }
  const [from, until] = [readDay(get('validFrom')), readDay(get('validUntil'))];
  if (!from) faults.validFrom = campaigns.faultDay;
  if (!until) faults.validUntil = campaigns.faultDay;
  else if (from && Temporal.PlainDate.compare(until, from) < 0) faults.validUntil = campaigns.faultUntil;
  if (!from || !until || Object.keys(faults).length > 0) {
    const state = { values: Object.fromEntries(FIELDS.map((name) => [name, typed[name] ?? ''])), faults };
    return context.html(<OffersPage desk={desk} offers={await offersFor(parts, desk)} state={state} />, 422);
  }
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    addOffer(register, {
      ...{ offer_id: parts.newId(), name: get('name'), created_at: parts.now() },
      ...{ headline_nb: get('headlineNb'), headline_en: get('headlineEn') },
      ...{ text_nb: get('textNb'), text_en: get('textEn') },
      ...{ valid_from: from.toString(), valid_until: until.toString() },
    }),
  );
  const name = get('name');
  return doneThen(context, parts, desk, deskAddress(desk, 'officeOffers'), {
    says: (texts) => texts.campaigns.offerSaved(name),
  });
}
