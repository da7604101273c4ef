/** Where one is signed in now, with a way to end it, and where one was lately. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import type { OwnSession, OwnSignIn } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import { momentInWords, textsIn } from '../texts/index.ts';
import { deviceInWords } from './device.ts';

interface DevicesProps {
  readonly language: Language;
  readonly own: OwnSignIn;
  readonly timeZone: string;
}

export const DevicesSection: FC<DevicesProps> = ({ language, own, timeZone }) => {
  const texts = textsIn(language);
  return (
    <>
      <section aria-labelledby="sessions-heading">
        <h2 id="sessions-heading">{texts.sessions}</h2>
        <ul class="rows">
          {own.sessions.map((session) => (
            <SessionRow language={language} session={session} timeZone={timeZone} />
          ))}
        </ul>
        {own.sessions.length > 1 ? (
          <form method="post" action={addressOf('security', language)}>
            <button class="ds-button" data-variant="secondary" type="submit" name="do" value="end-others">
              {texts.endOthers}
            </button>
          </form>
        ) : null}
      </section>
      <section aria-labelledby="sign-ins-heading">
        <h2 id="sign-ins-heading">{texts.signIns}</h2>
        <ul class="rows">
          {own.signIns.map(({ openedAt, openedBy, ipAddress, userAgent }) => (
            <li>
              <span>
                {momentInWords(openedAt, language, timeZone)}
                <span class="hint">
                  {' '}
                  · {texts.openedBy[openedBy]} · {deviceInWords(userAgent) ?? texts.unknownDevice}
                  {ipAddress ? ` · ${ipAddress}` : ''}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};

const SessionRow: FC<{ language: Language; session: OwnSession; timeZone: string }> = (props) => {
  const { language, session, timeZone } = props;
  const texts = textsIn(language);
  const device = deviceInWords(session.userAgent) ?? texts.unknownDevice;
  const used = momentInWords(session.usedAt, language, timeZone);
  return (
    <li>
      <span>
        {device}
        {session.current ? <strong> ({texts.thisSession})</strong> : null}
        <span class="hint">
          {' '}
          · {texts.openedBy[session.openedBy]} · {`${texts.lastUsed} ${used}`}
          {session.ipAddress ? ` · ${session.ipAddress}` : ''}
        </span>
      </span>
      {session.current ? null : (
        <form class="inline-form" method="post" action={addressOf('security', language)}>
          <input type="hidden" name="session" value={session.sessionId} />
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="submit"
            name="do"
            value="end-session"
            aria-label={`${texts.endSession}: ${device}, ${used}`}
          >
            {texts.endSession}
          </button>
        </form>
      )}
    </li>
  );
};
