/** One campaign: who would get it today, which of them are on its list, and that nothing is sent from here. */

import { HTTPException } from 'hono/http-exception';
import type { FC } from 'hono/jsx';
import {
  type Campaign,
  dropCampaign,
  listAudience,
  MOST_RECIPIENTS,
  type Recipient,
  readAudience,
  readCampaign,
  readListed,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { campaignAddress, NoSending, topicInWords } from './campaigns.tsx';

interface CampaignProps {
  readonly desk: Desk;
  readonly campaign: Campaign;
  readonly audience: readonly Recipient[];
  readonly listed: ReadonlySet<string>;
}

const CampaignPage: FC<CampaignProps> = (props) => {
  const { desk, campaign, audience } = props;
  const words = officeTextsIn(desk.frame.language).campaigns;
  const open = campaign.status === 'draft' || campaign.status === 'ready';
  return (
    <DeskPage desk={desk} title={campaign.name} page="officeCampaigns">
      <h1>{campaign.name}</h1>
      <p>
        {words.channels[campaign.channel]} · {topicInWords(desk, campaign.topic)} · {words.statuses[campaign.status]}
      </p>
      <NoSending desk={desk} />
      <h2>{words.recipients}</h2>
      <p>{words.recipientsLead}</p>
      {audience.length === 0 ? <p class="empty">{words.noRecipients}</p> : <Recipients {...props} />}
      {open ? (
        <form method="post" action={campaignAddress(desk, campaign.campaign_id)} class="office-form">
          <div class="buttons">
            {audience.length === 0 ? null : (
              <button class="ds-button" type="submit" name="do" value="list">
                {words.list}
              </button>
            )}
            <button class="ds-button" data-variant="secondary" type="submit" name="do" value="drop">
              {words.drop}
            </button>
          </div>
        </form>
      ) : null}
    </DeskPage>
  );
};

const Recipients: FC<CampaignProps> = ({ desk, audience, listed }) => {
  const texts = officeTextsIn(desk.frame.language);
  const words = texts.campaigns;
  return (
    <table class="ds-table lines">
      <caption>{words.recipientCount(audience.length, MOST_RECIPIENTS)}</caption>
      <thead>
        <tr>
          {[words.name, words.address, words.language, words.listed].map((label) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {audience.map(({ customerId, name, address, language }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-label={words.address}>{address}</td>
            <td data-label={words.language}>{texts.languages[language]}</td>
            <td data-label={words.listed}>{listed.has(customerId) ? texts.yes : texts.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const open = (parts: WebParts, desk: WorkingDesk, campaignId: string) =>
  parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
    const campaign = await readCampaign(register, campaignId);
    if (campaign === null) return null;
    const audience = await readAudience(register, campaign);
    return { campaign, audience, listed: await readListed(register, campaignId) };
  });

function noSuchCampaign(context: WebContext, { frame }: WorkingDesk) {
  const words = officeTextsIn(frame.language).campaigns;
  return context.html(<DeskMessage frame={frame} title={words.noSuch} text={words.noSuchNext} />, 404);
}

export async function showCampaign(context: WebContext, parts: WebParts, desk: WorkingDesk, id: string) {
  const opened = await open(parts, desk, id);
  return opened === null ? noSuchCampaign(context, desk) : context.html(<CampaignPage desk={desk} {...opened} />);
}

export async function takeCampaignStep(context: WebContext, parts: WebParts, desk: WorkingDesk, id: string) {
  const { typed } = await readForm(context, ['do']);
  const opened = await open(parts, desk, id);
  if (opened === null) return noSuchCampaign(context, desk);
  const { campaign } = opened;
  const address = campaignAddress(desk, id);
  if (typed.do === 'drop') {
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => dropCampaign(register, id));
    return doneThen(context, parts, desk, address, { says: (texts) => texts.campaigns.dropped });
  }
  const closed = campaign.status === 'dropped' || campaign.status === 'sent';
  if (typed.do !== 'list' || closed) throw new HTTPException(400, { message: 'no such step' });
  const added = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    listAudience(register, campaign, parts.now()),
  );
  return doneThen(context, parts, desk, address, { says: (texts) => texts.campaigns.listedDone(added) });
}
