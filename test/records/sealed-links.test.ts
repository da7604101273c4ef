/** One-time links in mail that waits: sealed for whoever reads the outbox, whole for the addressee. */
import { expect, test } from 'vitest';
import { revealing, sealedLinks } from '../../src/records/index.ts';

const links = sealedLinks(Buffer.from('the secret of an installation, for tests'));

test('the addressee gets the link, and nobody who reads the text before does', async () => {
  const text = `Hei!\nhttps://kept.example/logg-inn/lenke?token=${links.seal('AbCdEf')}\n`;
  expect(text).not.toContain('AbCdEf');
  const sent: string[] = [];
  const server = revealing({ send: async (mail) => void sent.push(mail.text), close: () => {} }, links);
  await server.send({
    from: 'a@example.com',
    to: 'b@example.com',
    subject: 'Lenke',
    text,
    messageId: '<1@kept.example>',
  });
  expect(sent).toEqual(['Hei!\nhttps://kept.example/logg-inn/lenke?token=AbCdEf\n']);
});

test('what was sealed under another secret, or only looks sealed, goes out as it is', () => {
  const other = sealedLinks(Buffer.from('another secret of an installation, for tests')).seal('AbCdEf');
  for (const text of [other, 'The envelope was sealed.Then it was sent.']) expect(links.reveal(text)).toBe(text);
});
