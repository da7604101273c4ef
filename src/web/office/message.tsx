/** A page of the office that says one thing: who it is for, that a purpose is refused, that there is no such customer. */
import type { FC } from 'hono/jsx';
import { addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { officeTextsIn } from '../texts/office.ts';

interface DeskMessageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  /** What to do next; absent: back to the office's first page, for those who may see it. */
  readonly link?: { readonly href: string; readonly text: string };
}

export const DeskMessage: FC<DeskMessageProps> = ({ frame, title, text, link }) => {
  const next = link ?? {
    href: addressOf(frame.viewer?.staff ? 'office' : 'home', frame.language),
    text: frame.viewer?.staff ? officeTextsIn(frame.language).toOffice : frame.policy.controller.name,
  };
  return (
    <Layout frame={frame} title={title} page="office">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>
        <a class="ds-link" href={next.href}>
          {next.text}
        </a>
      </p>
    </Layout>
  );
};
