/** The templates as controls and people look through them: every form of the words, whole. */
import type { Language } from '../../policy/index.ts';
import { type Signature, signed } from './compose.ts';
import { digestOf, formsOf, type MailTemplate } from './model.ts';
import { MAIL_TEMPLATES } from './registry.ts';

export interface SeenTemplate {
  readonly name: string;
  readonly class: 'service' | 'marketing';
  readonly purposes: readonly string[];
  readonly label: { readonly [L in Language]: string };
  readonly reviewedBy: string;
  /** `YYYY-MM-DD`. */
  readonly reviewedOn: string;
  /** Whether the words are those that were reviewed. */
  readonly reviewHolds: boolean;
  readonly forms: readonly { readonly language: Language; readonly subjectLine: string; readonly bodyText: string }[];
}

/** @param signature By language. */
export function lookThroughTemplates(signature: (language: Language) => Signature): readonly SeenTemplate[] {
  // Each template's words are only ever given its own samples.
  return Object.entries(MAIL_TEMPLATES).map(([name, template]) =>
    seen(name, template as unknown as MailTemplate<unknown>, signature),
  );
}

function seen(
  name: string,
  template: MailTemplate<unknown>,
  signature: (language: Language) => Signature,
): SeenTemplate {
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
