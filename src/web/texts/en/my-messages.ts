/** The words of messages and claims on My page in English. */
import type { myMessagesNb } from '../nb/my-messages.ts';

export const myMessagesEn: typeof myMessagesNb = {
  myMessages: 'Messages',
  myClaims: 'Claims',
  myMail: {
    lead: 'Here you see what you have written to us and what we have answered. You are welcome to write a new message.',
    title: 'Your messages',
    you: 'You',
    channels: { mail: 'e-mail', phone: 'telephone', counter: 'the counter', web: 'My page' },
    attachments: 'Attachments:',
    notCustomer:
      'You are the contact person of a company. Write to us by e-mail or call, and the conversation lies with the company:',
    none: 'No messages yet.',
    write: 'Write to us',
    subject: 'What is it about?',
    text: 'Message',
    textHint: 'Do not write card numbers, identity numbers or anything about your health.',
    send: 'Send',
    sent: 'Thank you, we have your message. The answer comes here and by e-mail.',
    faultSubject: 'Write what it is about.',
    faultText: 'Write the message.',
    faultTooLong: (longest) => `The text can have ${longest} characters at most.`,
    faultCard:
      'The text has a card number. We never need it, and it must not lie with us. Take it out, and you can send the rest.',
    faultIdentity:
      'The text has a national identity number. We do not need it, and it must not lie with us. Take it out, and you can send the rest.',

    claimsLead:
      'Is something wrong with what you bought? Tell us here. It is free, and you get an answer within 14 days.',
    newClaim: 'Tell of a fault',
    newClaimLead: 'A few questions, and we have what we need.',
    noClaims: 'You have no claims.',
    which: 'What is it about?',
    other: 'Something else',
    piece: (name, date) => `${name}, ordered ${date}`,
    wrong: 'What is wrong?',
    wrongHint: 'Write in your own words.',
    discovered: 'When did you discover it?',
    wants: 'What do you want?',
    wantsWords: {
      repair: 'To have it repaired',
      replacement: 'A replacement',
      'price-reduction': 'A lower price',
      refund: 'The money back',
      other: 'I do not know, or something else',
    },
    sendClaim: 'Send the claim',
    faultWhich: 'Choose what it is about.',
    faultWrong: 'Write what is wrong.',
    faultDiscovered: 'Write a date that is not in the future.',
    claimed: (number, due) =>
      `Thank you, we have your claim. Its number is ${number}, and you get an answer by ${due} at the latest.`,
    claim: (number) => `Claim ${number}`,
    status: { received: 'Received', 'under-review': 'We are working on it', closed: 'Decided' },
    statusLabel: 'Status',
    received: 'Sent',
    answerBy: 'You get an answer by',
    windowUntil: 'You can claim about it until',
    outcome: 'Outcome',
    outcomes: {
      repaired: 'Repaired',
      replaced: 'Replaced',
      'price-reduced': 'Price reduced',
      refunded: 'Money back',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
    ourAnswer: 'Our answer',
    disagree: 'Do you disagree?',
    disagreeNext:
      'Write to us below. If we cannot agree, you can ask Forbrukertilsynet (the consumer authority) for help:',
    conversation: 'What was written about the case',
    writeAbout: 'Write about the case',
    written: 'Thank you, the message lies in the case.',
    back: 'Back to the claims',
  },
};
