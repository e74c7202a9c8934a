import type { PageWords } from '#shared/words/page-words.ts';

export const en: PageWords = {
  signIn: {
    title: 'Sign in',
    intro: 'Sign in to connect a browser, or to see those that are connected.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    or: 'or',
    continueWith: (provider) => `Continue with ${provider}`,
    wrong: 'This address and password do not go together. Check both, and try again.',
    tooOften: (minutes) =>
      minutes === 1
        ? 'That was too often. Try again in a minute.'
        : `That was too often. Try again in ${minutes} minutes.`,
    notInvited:
      'You could not be signed in that way. Ask whoever runs this server to invite your address.',
    providerUnreachable: 'Single sign-on cannot be reached just now. Try again in a minute.',
    signedInAs: (name) => `Signed in as ${name}`,
    signOut: 'Sign out',
    signedOut: 'You are signed out',
    signedOutMeans: 'Browsers that you have connected stay connected.',
    signInAgain: 'Sign in again',
  },
  invitation: {
    title: (contract) => `Join ${contract}`,
    passwordTitle: 'Choose a new password',
    toSeat: (seat, holder) => `You are invited as the holder of ${seat} (${holder}).`,
    toLead: 'You are invited as a team lead.',
    toAdmin: 'You are invited as an admin.',
    toPassword: 'You will be signed out everywhere. Browsers that are connected stay connected.',
    name: 'Your name',
    newPassword: 'New password',
    again: 'The same password again',
    rule: (characters) => `At least ${characters} characters. A sentence is good.`,
    tooShort: (characters) => `A password has at least ${characters} characters.`,
    tooLong: (characters) => `A password has at most ${characters} characters.`,
    isAddress: 'Your e-mail address is no password. Choose another.',
    different: 'The two passwords differ. Enter the same one twice.',
    nameMissing: 'Enter your name.',
    accept: 'Accept',
    setPassword: 'Set the password',
    signInFirst: (email) => `You have an account already. Sign in as ${email} to accept.`,
    isForOther: (email, signedIn) =>
      `This invitation is for ${email}, and you are signed in as ${signedIn}. Sign out first.`,
    gone: 'This link does not work any more',
    goneMeans: 'It was used, taken back, or is more than a week old. Ask for a new one.',
    accepted: 'Invitation accepted',
    nextConnect:
      'Now open the options of the Good Standing extension, enter this server’s address, and press Connect.',
  },
  approval: {
    title: 'Connect a browser',
    askCode: 'Enter the code that the extension shows.',
    code: 'Code',
    codeHint: 'Eight letters and digits',
    next: 'Next',
    codeUnknown:
      'There is no such code, or it has expired. Press Connect in the extension for another.',
    device: 'Browser',
    compare: 'Does the extension show this code?',
    whatFor: 'Connect it to',
    asSeat: (seat, holder, contract) => `${holder} (${seat}), ${contract}`,
    asLead: (contract) => `your teams, as a lead of ${contract}`,
    asAdmin: (contract) => `all of ${contract}, as an admin`,
    caution: 'Approve only if you pressed Connect yourself, just now, and the code is the same.',
    approve: 'Approve',
    deny: 'Deny',
    approved: 'Connected',
    approvedMeans: (device) => `${device} is being connected. You may close this page.`,
    denied: 'Not connected',
    deniedMeans: (device) => `${device} was not connected.`,
    noPlace: 'There is nothing to connect to yet',
    noPlaceMeans:
      'You hold no seat here and lead no team. Ask whoever runs this server for an invitation.',
  },
  devices: {
    title: 'Your browsers',
    none: 'No browser is connected.',
    connectedAt: (moment) => `Connected ${moment}`,
    lastSeenAt: (moment) => `last seen ${moment}`,
    end: 'End',
    endNamed: (device) => `End ${device}`,
    ended: 'It is not connected any more.',
  },
  otherOrigin: 'This form came from another address and was not taken.',
  tryAgain: 'Open the page again, and try once more.',
};

export const de: PageWords = {
  signIn: {
    title: 'Anmelden',
    intro: 'Melden Sie sich an, um einen Browser zu verbinden oder verbundene zu sehen.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    or: 'oder',
    continueWith: (provider) => `Weiter mit ${provider}`,
    wrong:
      'Adresse und Passwort passen nicht zusammen. Prüfen Sie beide und versuchen Sie es noch einmal.',
    tooOften: (minutes) =>
      minutes === 1
        ? 'Das war zu oft. Versuchen Sie es in einer Minute noch einmal.'
        : `Das war zu oft. Versuchen Sie es in ${minutes} Minuten noch einmal.`,
    notInvited:
      'So konnten Sie nicht angemeldet werden. Bitten Sie, wer diesen Server betreibt, Ihre Adresse einzuladen.',
    providerUnreachable:
      'Die einmalige Anmeldung ist gerade nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.',
    signedInAs: (name) => `Angemeldet als ${name}`,
    signOut: 'Abmelden',
    signedOut: 'Sie sind abgemeldet',
    signedOutMeans: 'Browser, die Sie verbunden haben, bleiben verbunden.',
    signInAgain: 'Wieder anmelden',
  },
  invitation: {
    title: (contract) => `${contract} beitreten`,
    passwordTitle: 'Neues Passwort wählen',
    toSeat: (seat, holder) =>
      `Sie sind eingeladen als Inhaberin oder Inhaber von ${seat} (${holder}).`,
    toLead: 'Sie sind als Teamleitung eingeladen.',
    toAdmin: 'Sie sind als Admin eingeladen.',
    toPassword: 'Sie werden überall abgemeldet. Verbundene Browser bleiben verbunden.',
    name: 'Ihr Name',
    newPassword: 'Neues Passwort',
    again: 'Dasselbe Passwort noch einmal',
    rule: (characters) => `Mindestens ${characters} Zeichen. Ein Satz ist gut.`,
    tooShort: (characters) => `Ein Passwort hat mindestens ${characters} Zeichen.`,
    tooLong: (characters) => `Ein Passwort hat höchstens ${characters} Zeichen.`,
    isAddress: 'Ihre E-Mail-Adresse ist kein Passwort. Wählen Sie ein anderes.',
    different: 'Die beiden Passwörter sind verschieden. Geben Sie zweimal dasselbe ein.',
    nameMissing: 'Geben Sie Ihren Namen ein.',
    accept: 'Annehmen',
    setPassword: 'Passwort setzen',
    signInFirst: (email) =>
      `Sie haben schon ein Konto. Melden Sie sich als ${email} an, um anzunehmen.`,
    isForOther: (email, signedIn) =>
      `Diese Einladung ist für ${email}, und Sie sind als ${signedIn} angemeldet. Melden Sie sich erst ab.`,
    gone: 'Dieser Link gilt nicht mehr',
    goneMeans:
      'Er wurde benutzt, zurückgenommen, oder ist älter als eine Woche. Bitten Sie um einen neuen.',
    accepted: 'Einladung angenommen',
    nextConnect:
      'Öffnen Sie nun die Optionen der Erweiterung Good Standing, geben Sie die Adresse dieses Servers ein und drücken Sie Verbinden.',
  },
  approval: {
    title: 'Browser verbinden',
    askCode: 'Geben Sie den Code ein, den die Erweiterung zeigt.',
    code: 'Code',
    codeHint: 'Acht Buchstaben und Ziffern',
    next: 'Weiter',
    codeUnknown:
      'Diesen Code gibt es nicht, oder er ist abgelaufen. Drücken Sie in der Erweiterung Verbinden für einen neuen.',
    device: 'Browser',
    compare: 'Zeigt die Erweiterung diesen Code?',
    whatFor: 'Verbinden mit',
    asSeat: (seat, holder, contract) => `${holder} (${seat}), ${contract}`,
    asLead: (contract) => `Ihren Teams, als Leitung von ${contract}`,
    asAdmin: (contract) => `ganz ${contract}, als Admin`,
    caution:
      'Stimmen Sie nur zu, wenn Sie eben selbst Verbinden gedrückt haben und der Code derselbe ist.',
    approve: 'Zustimmen',
    deny: 'Ablehnen',
    approved: 'Verbunden',
    approvedMeans: (device) => `${device} wird verbunden. Sie können diese Seite schließen.`,
    denied: 'Nicht verbunden',
    deniedMeans: (device) => `${device} wurde nicht verbunden.`,
    noPlace: 'Es gibt noch nichts zu verbinden',
    noPlaceMeans:
      'Sie haben hier keinen Seat und leiten kein Team. Bitten Sie, wer diesen Server betreibt, um eine Einladung.',
  },
  devices: {
    title: 'Ihre Browser',
    none: 'Kein Browser ist verbunden.',
    connectedAt: (moment) => `Verbunden am ${moment}`,
    lastSeenAt: (moment) => `zuletzt gesehen am ${moment}`,
    end: 'Beenden',
    endNamed: (device) => `${device} beenden`,
    ended: 'Er ist nicht mehr verbunden.',
  },
  otherOrigin: 'Dieses Formular kam von einer anderen Adresse und wurde nicht angenommen.',
  tryAgain: 'Öffnen Sie die Seite neu und versuchen Sie es noch einmal.',
};
