import type { NoticeType } from '#shared/policy/standing.ts';

/** Giving a seat to another recruiter: what goes with it, before it is confirmed. */
export type TransferWords = {
  title: (seat: string, holder: string) => string;
  back: string;
  whoTitle: string;
  who: string;
  whoHint: string;
  show: string;
  alreadyHolder: (holder: string) => string;
  goesTitle: (to: string) => string;
  rate: (rate: string, answered: string, total: string) => string;
  noInMails: string;
  standing: (standing: string) => string;
  daysLeft: (days: number, until: string) => string;
  bulkPaused: string;
  everWarned: string;
  neverWarned: string;
  nextCheck: (when: string) => string;
  passedOn: Record<NoticeType, string>;
  gets: string;
  getsNothing: string;
  endsTitle: string;
  devices: (holder: string) => string;
  unsent: (holder: string) => string;
  unchanged: string;
  confirmTitle: string;
  confirmHint: (to: string) => string;
  confirm: (seat: string, to: string) => string;
  busy: string;
  cancel: string;
  otherPerson: string;
  doneTitle: (seat: string, to: string) => string;
  doneDevices: (holder: string) => string;
  doneInvite: (to: string) => string;
  openSeat: string;
};
