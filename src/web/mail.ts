/** Mail that pages write: a template's words in the reader's language, with who sends it and where the notice is. */
import type { MailTemplateSeen } from '../enforcement/index.ts';
import type { Language } from '../policy/index.ts';
import {
  composeMail,
  lookThroughTemplates,
  type NewMail,
  type Signature,
  type TemplateData,
  type TemplateName,
} from '../records/index.ts';
import { addressOf } from './addresses.ts';
import type { WebParts } from './web-parts.ts';

export interface Addressee {
  /** Null when the address is nobody's in the register. */
  readonly personId: string | null;
  readonly addressee: string;
}

export function mailOf<Name extends TemplateName>(
  parts: WebParts,
  language: Language,
  template: Name,
  data: TemplateData<Name>,
  to: Addressee,
): NewMail {
  const words = composeMail(template, language, data, signatureOf(parts, language));
  return { ...to, ...words, template, language, mailId: parts.newId(), createdAt: parts.now() };
}

export const signatureOf = (
  { policy, baseUrl }: Pick<WebParts, 'policy' | 'baseUrl'>,
  language: Language,
): Signature => ({
  sender: policy.controller.name,
  noticeUrl: new URL(addressOf('privacy', language), baseUrl).href,
});

/** All templates as this site would send them. */
export const mailTemplatesOf = (parts: Pick<WebParts, 'policy' | 'baseUrl'>): readonly MailTemplateSeen[] =>
  lookThroughTemplates((language) => signatureOf(parts, language));
