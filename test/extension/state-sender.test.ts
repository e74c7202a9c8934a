import { describe, expect, test } from 'vitest';
import { isFromOwnPage, isFromRecruiter, type Sender } from '#extension/state/sender.ts';

const ID = 'jlaajgcbamhjajfaccdncbnckfeilefh';
const OWN = `chrome-extension://${ID}/`;
const TALENT = 'https://www.linkedin.com/talent/home';

const senders: [name: string, sender: Sender, recruiter: boolean, own: boolean][] = [
  ['our script in Recruiter', { id: ID, url: TALENT, tab: {} }, true, false],
  [
    'our script in a frame of Recruiter without an address',
    { id: ID, url: 'about:blank', origin: 'https://www.linkedin.com', tab: {} },
    true,
    false,
  ],
  [
    'our script on another site',
    { id: ID, url: 'https://evil.example/talent/', tab: {} },
    false,
    false,
  ],
  [
    'our script on a site of a similar name',
    { id: ID, url: 'https://www.linkedin.com.evil.example/talent/', tab: {} },
    false,
    false,
  ],
  [
    'a page that names Recruiter in its address',
    { id: ID, url: 'https://evil.example/https://www.linkedin.com/', tab: {} },
    false,
    false,
  ],
  ['the popup', { id: ID, url: `${OWN}popup.html` }, false, true],
  ['the options in a tab', { id: ID, url: `${OWN}options.html`, tab: {} }, false, true],
  [
    'another extension',
    { id: 'a'.repeat(32), url: `chrome-extension://${'a'.repeat(32)}/` },
    false,
    false,
  ],
  [
    'another extension that claims our page',
    { id: 'a'.repeat(32), url: `${OWN}popup.html` },
    false,
    false,
  ],
  ['another extension in Recruiter', { id: 'a'.repeat(32), url: TALENT, tab: {} }, false, false],
  [
    'an extension of a longer name',
    { id: ID, url: `chrome-extension://${ID}x/popup.html` },
    false,
    false,
  ],
  ['nobody', {}, false, false],
];

describe('a message', () => {
  test.each(senders)('of %s', (_name, sender, recruiter, own) => {
    expect(isFromRecruiter(sender, ID)).toBe(recruiter);
    expect(isFromOwnPage(sender, ID, OWN)).toBe(own);
  });
});
