/** The templates of outgoing mail, as they would be sent: for whoever looks whether they say what they should. */
import type { MailTemplateSeen } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import type { WebContext } from '../../http-request.ts';
import { mailTemplatesOf } from '../../mail.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';

export function showTemplates(context: WebContext, parts: WebParts, desk: Desk) {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const used = mailTemplatesOf(parts).filter(({ purposes }) => purposes.some((name) => parts.policy.purposes[name]));
  return context.html(
    <DeskPage desk={desk} title={texts.officeTemplates} page="officeTemplates">
      <h1>{texts.officeTemplates}</h1>
      <p class="lead">{texts.messages.templatesLead}</p>
      {used.map((template) => (
        <Template desk={desk} template={template} />
      ))}
    </DeskPage>,
  );
}

function Template({ desk, template }: { desk: Desk; template: MailTemplateSeen }) {
  const { policy, language } = desk.frame;
  const { messages } = officeTextsIn(language);
  const purposes = template.purposes.flatMap((name) => policy.purposes[name]?.label[language] ?? []);
  const forms = template.forms.filter((form) => form.language === language);
  return (
    <section aria-labelledby={template.name}>
      <h2 id={template.name}>{template.label[language]}</h2>
      <p class="hint">
        {messages.templateClass[template.class]} · {messages.templateFor}: {purposes.join(', ')}
        <br />
        {messages.templateReviewed(template.reviewedBy, dateInWords(template.reviewedOn, language))}
      </p>
      {template.reviewHolds ? null : <p class="fault">{messages.templateChanged}</p>}
      {forms.map(({ subjectLine, bodyText }) => (
        <blockquote class="said">
          <p class="said-subject">{subjectLine}</p>
          <p class="said-text">{bodyText}</p>
        </blockquote>
      ))}
    </section>
  );
}
