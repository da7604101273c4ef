/** The mail that answers a form: what happened, then where the notice is, in the language of the form. */
import type { Language } from '../../policy/index.ts';
import type { NewMail } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import type { WebParts } from '../web-parts.ts';

type Said = Pick<NewMail, 'personId' | 'addressee' | 'template' | 'subjectLine'> & {
  /** Ends with what leads over to the notice. */
  readonly text: string;
};

export function confirmationMail(parts: WebParts, language: Language, { text, ...said }: Said): NewMail {
  const { policy, baseUrl, newId, now } = parts;
  const link = new URL(addressOf('privacy', language), baseUrl).href;
  const bodyText = `${text}\n${link}\n\n${policy.controller.name}\n`;
  return { ...said, mailId: newId(), language, bodyText, createdAt: now() };
}
