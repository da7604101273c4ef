/**
 * All mail that can be sent. What is not here cannot be written to the outbox, and what is here only for the purposes
 * that cover it.
 */
import { correspondenceTemplates } from './correspondence.ts';
import { creditTemplates } from './credit.ts';
import { invoicingTemplates } from './invoicing.ts';
import type { MailTemplate } from './model.ts';
import { orderingTemplates } from './ordering.ts';
import { signInTemplates } from './sign-in.ts';
import { surveyTemplates } from './surveys.ts';

export const MAIL_TEMPLATES = {
  ...orderingTemplates,
  ...signInTemplates,
  ...correspondenceTemplates,
  ...invoicingTemplates,
  ...creditTemplates,
  ...surveyTemplates,
};

export type TemplateName = keyof typeof MAIL_TEMPLATES;
export type TemplateData<Name extends TemplateName> =
  (typeof MAIL_TEMPLATES)[Name] extends MailTemplate<infer Data> ? Data : never;

/** The template of a name; null for a name that is not one. */
function templateNamed(name: string): Pick<MailTemplate<unknown>, 'class' | 'purposes'> | null {
  return Object.hasOwn(MAIL_TEMPLATES, name) ? MAIL_TEMPLATES[name as TemplateName] : null;
}

export class TemplateRefused extends Error {
  override readonly name = 'TemplateRefused';
  readonly code: 'template-unknown' | 'template-not-covered';
  constructor(code: TemplateRefused['code'], template: string, purpose: string) {
    super(
      code === 'template-unknown'
        ? `there is no mail template ${template}; add it under src/records/templates`
        : `the mail template ${template} is not for the purpose ${purpose}`,
    );
    this.code = code;
  }
}

/** @throws TemplateRefused where the purpose does not cover the template. */
export function assertCovered(template: string, purpose: string): void {
  const found = templateNamed(template);
  if (found === null) throw new TemplateRefused('template-unknown', template, purpose);
  if (!found.purposes.includes(purpose)) throw new TemplateRefused('template-not-covered', template, purpose);
}
