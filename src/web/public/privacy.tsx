/** The notice as a page, its versions, and what changed between two. */

import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { dateInWords, type Heading } from '../../notice/index.ts';
import type { Language } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import type { PublishedNotice } from '../web-parts.ts';

interface PrivacyProps {
  readonly frame: Frame;
  readonly notice: PublishedNotice;
  readonly contents: readonly Heading[];
  readonly versions: readonly PublishedNotice[];
}

export const PrivacyPage: FC<PrivacyProps> = ({ frame, notice, contents, versions }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.privacy} page="privacy">
      <h1>{texts.noticeTitle}</h1>
      <div class="notice">
        {contents.length === 0 ? (
          <div />
        ) : (
          <nav class="notice-contents" aria-labelledby="contents">
            <h2 id="contents">{texts.contents}</h2>
            <ol>
              {contents.map(({ id, text }) => (
                <li>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div>
          <Approval notice={notice} language={language} />
          <article class="notice-text">{raw(notice.html)}</article>
          <Versions versions={versions} shown={notice} language={language} />
        </div>
      </div>
    </Layout>
  );
};

const Approval: FC<{ notice: PublishedNotice; language: Language }> = ({ notice, language }) => {
  const texts = textsIn(language);
  return (
    <p class="hint">
      {texts.noticeVersion} {notice.versionNumber}. {texts.approved}: {notice.place},{' '}
      {dateInWords(notice.approvedOn, language)}, {texts.by} {notice.approver}. {texts.inForceFrom}{' '}
      {dateInWords(notice.effectiveFrom, language)}.
    </p>
  );
};

interface VersionsProps {
  readonly versions: readonly PublishedNotice[];
  readonly shown: PublishedNotice;
  readonly language: Language;
}

const Versions: FC<VersionsProps> = ({ versions, shown, language }) => {
  const texts = textsIn(language);
  const address = addressOf('privacy', language);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{texts.earlierVersions}</h2>
      <ul>
        {versions.map(({ versionNumber, effectiveFrom }, index) => {
          const before = versions[index + 1];
          const number = encodeURIComponent(versionNumber);
          return (
            <li>
              {versionNumber === shown.versionNumber ? (
                <strong>{versionNumber}</strong>
              ) : (
                <a class="ds-link" href={`${address}?version=${number}`}>
                  {versionNumber}
                </a>
              )}{' '}
              ({dateInWords(effectiveFrom, language)}
              {index === 0 ? `, ${texts.current}` : ''}){' '}
              {before === undefined ? null : (
                <a
                  class="ds-link"
                  href={`${address}?version=${number}&against=${encodeURIComponent(before.versionNumber)}`}
                  aria-label={`${texts.whatChanged} ${before.versionNumber} – ${versionNumber}`}
                >
                  {texts.whatChanged}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

interface ComparisonProps {
  readonly frame: Frame;
  readonly older: string;
  readonly newer: string;
  /** The marked-up difference. */
  readonly html: string;
}

export const ComparisonPage: FC<ComparisonProps> = ({ frame, older, newer, html }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.comparison} page="privacy">
      <h1>
        {texts.comparison}: {older} – {newer}
      </h1>
      <p class="lead">{texts.compared}</p>
      <div class="notice-text">{raw(html)}</div>
    </Layout>
  );
};
