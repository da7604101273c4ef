/** The addresses of offers and campaigns in the office, all under the purpose of marketing. */

import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { workingFor } from '../working-for.tsx';
import { showCampaign, takeCampaignStep } from './campaign.tsx';
import { receiveCampaign, showCampaigns } from './campaigns.tsx';
import { receiveOffer, showOffers } from './offers.tsx';

const PURPOSES = ['marketing'];

export function addCampaigns(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeOffers, officeCampaigns } = ADDRESSES;
  app.get(officeOffers[language], (context) =>
    workingFor(context, parts, officeOffers, PURPOSES, (desk) => showOffers(context, parts, desk)),
  );
  app.post(officeOffers[language], (context) =>
    workingFor(context, parts, officeOffers, PURPOSES, (desk) => receiveOffer(context, parts, desk)),
  );
  app.get(officeCampaigns[language], (context) =>
    workingFor(context, parts, officeCampaigns, PURPOSES, (desk) => showCampaigns(context, parts, desk)),
  );
  app.post(officeCampaigns[language], (context) =>
    workingFor(context, parts, officeCampaigns, PURPOSES, (desk) => receiveCampaign(context, parts, desk)),
  );
  const one = `${officeCampaigns[language]}/:campaign{${UUID}}`;
  const idOf = (context: WebContext): string => context.req.param('campaign') ?? '';
  const here = (context: WebContext) => ({
    nb: `${officeCampaigns.nb}/${idOf(context)}`,
    en: `${officeCampaigns.en}/${idOf(context)}`,
  });
  app.get(one, (context) =>
    workingFor(context, parts, here(context), PURPOSES, (desk) => showCampaign(context, parts, desk, idOf(context))),
  );
  app.post(one, (context) =>
    workingFor(context, parts, here(context), PURPOSES, (desk) =>
      takeCampaignStep(context, parts, desk, idOf(context)),
    ),
  );
}
