/** A template's words made into a mail: who sends it, and where the notice is, at the end of every one (Art. 13). */
import type { Language } from '../../policy/index.ts';
import type { MailTemplate, MailWords } from './model.ts';
import { MAIL_TEMPLATES, type TemplateData, type TemplateName } from './registry.ts';

export interface Signature {
  /** The controller, as the notice names it. */
  readonly sender: string;
  /** Whole: a mail is read anywhere. */
  readonly noticeUrl: string;
}

const NOTICE: Readonly<Record<Language, string>> = {
  nb: 'Slik behandler vi opplysningene dine:',
  en: 'This is how we treat your data:',
};

/** The text with its signature, and the subject line. */
export function composeMail<Name extends TemplateName>(
  name: Name,
  language: Language,
  data: TemplateData<Name>,
  signature: Signature,
): { readonly subjectLine: string; readonly bodyText: string } {
  // Which data goes with which template is said by the type of the call.
  const template = MAIL_TEMPLATES[name] as unknown as MailTemplate<TemplateData<Name>>;
  return signed(template.words[language](data), language, signature);
}

export function signed({ subjectLine, text }: MailWords, language: Language, { sender, noticeUrl }: Signature) {
  return { subjectLine, bodyText: `${text}\n\n${sender}\n\n${NOTICE[language]}\n${noticeUrl}\n` };
}
