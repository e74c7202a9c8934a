/** What people read on the few pages that the server has itself. */
export type SignInWords = {
  title: string;
  intro: string;
  email: string;
  password: string;
  submit: string;
  or: string;
  continueWith: (provider: string) => string;
  /** Nobody can tell which of the two was wrong. */
  wrong: string;
  tooOften: (minutes: number) => string;
  /** The provider knows the person, this server does not. */
  notInvited: string;
  providerUnreachable: string;
  signedInAs: (name: string) => string;
  signOut: string;
  signedOut: string;
  signedOutMeans: string;
  signInAgain: string;
};

export type InvitationWords = {
  title: (contract: string) => string;
  passwordTitle: string;
  toSeat: (seat: string, holder: string) => string;
  toLead: string;
  toAdmin: string;
  /** Nothing new: the link is for a forgotten password. */
  toPassword: string;
  name: string;
  newPassword: string;
  again: string;
  rule: (characters: number) => string;
  tooShort: (characters: number) => string;
  tooLong: (characters: number) => string;
  isAddress: string;
  different: string;
  nameMissing: string;
  accept: string;
  setPassword: string;
  signInFirst: (email: string) => string;
  isForOther: (email: string, signedIn: string) => string;
  gone: string;
  goneMeans: string;
  accepted: string;
  nextConnect: string;
};

export type ApprovalWords = {
  title: string;
  askCode: string;
  code: string;
  codeHint: string;
  next: string;
  codeUnknown: string;
  device: string;
  compare: string;
  whatFor: string;
  asSeat: (seat: string, holder: string, contract: string) => string;
  asLead: (contract: string) => string;
  asAdmin: (contract: string) => string;
  caution: string;
  approve: string;
  deny: string;
  approved: string;
  approvedMeans: (device: string) => string;
  denied: string;
  deniedMeans: (device: string) => string;
  noPlace: string;
  noPlaceMeans: string;
};

export type DevicesWords = {
  title: string;
  none: string;
  connectedAt: (moment: string) => string;
  lastSeenAt: (moment: string) => string;
  end: string;
  endNamed: (device: string) => string;
  ended: string;
};

export type PageWords = {
  signIn: SignInWords;
  invitation: InvitationWords;
  approval: ApprovalWords;
  devices: DevicesWords;
  /** A form that was sent from somewhere else. */
  otherOrigin: string;
  tryAgain: string;
};
