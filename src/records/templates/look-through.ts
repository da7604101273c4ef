/** The templates as controls and people look through them: every form of the words, whole. */
import type { MailTemplateSeen } from '../../enforcement/index.ts';
import type { Language } from '../../policy/index.ts';
import { type Signature, signed } from './compose.ts';
import { digestOf, formsOf, type MailTemplate } from './model.ts';
import { MAIL_TEMPLATES } from './registry.ts';

/** @param signature By language. */
export function lookThroughTemplates(signature: (language: Language) => Signature): readonly MailTemplateSeen[] {
  // Each template's words are only ever given its own samples.
  return Object.entries(MAIL_TEMPLATES).map(([name, template]) =>
    seen(name, template as unknown as MailTemplate<unknown>, signature),
  );
}

function seen(
  name: string,
  template: MailTemplate<unknown>,
  signature: (language: Language) => Signature,
): MailTemplateSeen {
  const { by, on, digest } = template.reviewed;
  return {
    ...{ name, class: template.class, purposes: template.purposes, label: template.label },
    ...{ reviewedBy: by, reviewedOn: on, reviewHolds: digest === digestOf(template) },
    forms: formsOf(template).map(({ language, ...words }) => ({
      language,
      ...signed(words, language, signature(language)),
    })),
  };
}
