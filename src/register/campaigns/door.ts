/** What the other rooms see of offers and campaigns. */
export {
  addCampaign,
  type Campaign,
  dropCampaign,
  listAudience,
  MOST_RECIPIENTS,
  type Recipient,
  readAudience,
  readCampaign,
  readCampaigns,
  readListed,
} from './campaigns.ts';
export { addOffer, type NewOffer, type Offer, readOffers } from './offers.ts';
