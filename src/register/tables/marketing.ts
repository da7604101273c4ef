/** Surveys, product use, offers, campaigns and purchase patterns, as the query builder types them. */
import type { Generated } from 'kysely';

export interface SurveyTable {
  survey_id: string;
  name: string;
  question_nb: string;
  question_en: string;
  in_use: Generated<boolean>;
  created_at: Date;
}

export interface SurveyInvitationTable {
  customer_id: string;
  invitation_id: string;
  survey_id: string;
  sent_at: Date;
  token_digest: string;
  used: Generated<boolean>;
  expires_on: string;
}

export interface SurveyAnswerTable {
  survey_id: string;
  answer_id: string;
  month: string;
  score: number;
  reasons: Generated<string[]>;
}

export interface UsageEventTable {
  day: string;
  event_id: string;
  pseudonym: string;
  product_id: string | null;
  kind: 'viewed' | 'ordered' | 'searched' | 'supported';
}

export interface OfferTable {
  offer_id: string;
  name: string;
  headline_nb: string;
  headline_en: string;
  text_nb: string;
  text_en: string;
  product_id: string | null;
  valid_from: string;
  valid_until: string;
  created_at: Date;
}

export interface CampaignTable {
  campaign_id: string;
  offer_id: string;
  name: string;
  channel: 'mail' | 'sms';
  topic: string | null;
  status: 'draft' | 'ready' | 'sent' | 'dropped';
  created_at: Date;
  created_by: string;
}

export interface CampaignRecipientTable {
  customer_id: string;
  campaign_id: string;
  added_at: Date;
  sent_at: Date | null;
}

export interface PurchasePatternTable {
  customer_id: string;
  pattern_id: string;
  segment: string;
  rule_name: string;
  computed_at: Date;
  last_used_at: Date | null;
}

export interface MarketingTables {
  'register.survey': SurveyTable;
  'register.survey_invitation': SurveyInvitationTable;
  'register.survey_answer': SurveyAnswerTable;
  'register.usage_event': UsageEventTable;
  'register.offer': OfferTable;
  'register.campaign': CampaignTable;
  'register.campaign_recipient': CampaignRecipientTable;
  'register.purchase_pattern': PurchasePatternTable;
}
