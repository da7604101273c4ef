/** Campaigns in the office: those there are, and a form for a new one. Nothing is sent from here. */
import type { FC } from 'hono/jsx';
import { addCampaign, type Campaign, type Offer, readCampaigns, readOffers, TOPICS } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { RadioField, SelectField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import type { WorkingDesk } from '../working-for.tsx';

const LONGEST_NAME = 100;
const FIELDS = ['name', 'offer', 'channel', 'topic'] as const;
const CHANNELS = ['mail', 'sms'] as const;

interface CampaignsProps {
  readonly desk: Desk;
  readonly campaigns: readonly Campaign[];
  readonly offers: readonly Offer[];
  readonly state: FormState;
}

export const NoSending: FC<{ desk: Pick<Desk, 'frame'> }> = ({ desk }) => (
  <div class="ds-alert" data-color="info">
    <p>{officeTextsIn(desk.frame.language).campaigns.noSending}</p>
  </div>
);

/** The words of a topic; one that is no longer asked for is told by its name. */
export function topicInWords({ frame }: Pick<Desk, 'frame'>, topic: string | null): string {
  const { campaigns } = officeTextsIn(frame.language);
  const names: Readonly<Record<string, string>> = campaigns.topicNames;
  return topic === null ? campaigns.everyone : (names[topic] ?? topic);
}

export const campaignAddress = ({ frame, purpose }: Desk, campaignId: string): string =>
  withPurpose(`${addressOf('officeCampaigns', frame.language)}/${campaignId}`, purpose?.name ?? null);

const CampaignsPage: FC<CampaignsProps> = ({ desk, campaigns, offers, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const words = texts.campaigns;
  const same = { desk, state, required: true };
  return (
    <DeskPage desk={desk} title={texts.officeCampaigns} page="officeCampaigns">
      <h1>{texts.officeCampaigns}</h1>
      <p class="lead">{words.campaignsLead}</p>
      <NoSending desk={desk} />
      {campaigns.length === 0 ? <p class="empty">{words.noCampaigns}</p> : <Table desk={desk} campaigns={campaigns} />}
      <h2>{words.newCampaign}</h2>
      <OfficeForm {...{ desk, state }} action={deskAddress(desk, 'officeCampaigns')} submit={words.saveCampaign}>
        <TextField {...same} name="name" label={words.name} longest={LONGEST_NAME} />
        <SelectField
          {...same}
          name="offer"
          label={words.offer}
          options={offers.map(({ offer_id: value, name: label }) => ({ value, label }))}
          empty="…"
        />
        <RadioField
          {...same}
          name="channel"
          label={words.channel}
          options={CHANNELS.map((value) => ({ value, label: words.channels[value] }))}
        />
        <SelectField
          {...{ desk, state, name: 'topic', label: words.topic, required: 'filter' }}
          options={TOPICS.map((value) => ({ value, label: words.topicNames[value] }))}
          empty={words.everyone}
        />
      </OfficeForm>
    </DeskPage>
  );
};

const Table: FC<{ desk: Desk; campaigns: readonly Campaign[] }> = ({ desk, campaigns }) => {
  const texts = officeTextsIn(desk.frame.language);
  const words = texts.campaigns;
  return (
    <table class="ds-table lines">
      <caption class="unseen">{texts.officeCampaigns}</caption>
      <thead>
        <tr>
          {[words.name, words.channel, words.topic, words.status].map((label) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr>
            <th scope="row">
              <a class="ds-link" href={campaignAddress(desk, campaign.campaign_id)}>
                {campaign.name}
              </a>
            </th>
            <td data-label={words.channel}>{words.channels[campaign.channel]}</td>
            <td data-label={words.topic}>{topicInWords(desk, campaign.topic)}</td>
            <td data-label={words.status}>{words.statuses[campaign.status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const read = (parts: WebParts, desk: WorkingDesk) =>
  parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => ({
    campaigns: await readCampaigns(register),
    offers: await readOffers(register),
  }));

export async function showCampaigns(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  return context.html(
    <CampaignsPage desk={desk} {...(await read(parts, desk))} state={{ values: { channel: 'mail' }, faults: {} }} />,
  );
}

export async function receiveCampaign(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const words = officeTextsIn(desk.frame.language).campaigns;
  const { typed } = await readForm(context, FIELDS);
  const found = await read(parts, desk);
  const faults: Record<string, string> = {};
  const name = (typed.name ?? '').trim();
  if (name === '') faults.name = words.faultName;
  if (name.length > LONGEST_NAME) faults.name = words.faultTooLong;
  const number = forbiddenNumberFault(name, desk.frame.language);
  if (number !== null) faults.name = number;
  const offer = found.offers.find(({ offer_id: id }) => id === typed.offer);
  if (offer === undefined) faults.offer = words.faultOffer;
  const channel = CHANNELS.find((one) => one === typed.channel) ?? 'mail';
  const topic = TOPICS.find((one) => one === typed.topic) ?? null;
  if (offer === undefined || Object.keys(faults).length > 0) {
    const state = { values: Object.fromEntries(FIELDS.map((field) => [field, typed[field] ?? ''])), faults };
    return context.html(<CampaignsPage desk={desk} {...found} state={state} />, 422);
  }
  const campaignId = parts.newId();
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    addCampaign(register, {
      ...{ campaign_id: campaignId, offer_id: offer.offer_id, name, channel, topic },
      ...{ created_at: parts.now(), created_by: desk.staff.id },
    }),
  );
  return doneThen(context, parts, desk, campaignAddress(desk, campaignId), {
    says: (texts) => texts.campaigns.campaignSaved(name),
  });
}
