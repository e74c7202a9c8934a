import type { Flags } from './variants.ts';

export type Locale = 'en' | 'es' | 'de' | 'fr';
export type Theme = 'light' | 'dark';

/** Marks in a row that tell what the seat already had to do with somebody. */
export type Decoration = 'conversations' | 'projects' | 'views' | 'notes' | 'connections';

export type Person = {
  memberId: string;
  name: string;
  firstName: string;
  lastName: string;
  role: string;
  employer: string;
  headline: string;
  place: string;
  industry: string;
  degree: 1 | 2 | 3;
  earlier: { role: string; employer: string; from: number; to: number };
  since: number;
  school: string;
  decorations: Decoration[];
};

export type Recipient = { memberId: string; name: string };
export type Stage = 'ALL' | 'SHORTLISTED' | 'CONTACTED' | 'ARCHIVED';
export type Project = { id: string; name: string; place: string; people: number };

export type Session = {
  locale: Locale;
  contractName: string;
  seatName: string;
  credits: { used: number; total: number };
  unseen: number;
  projects: Project[];
  flags: Flags;
  /** Parts of a page arrive after a time between these two. */
  lateMs: readonly [number, number];
  now: number;
};

export type PeoplePage = {
  total: number;
  start: number;
  people: Person[];
  stages: Partial<Record<Stage, number>>;
};

export type ReplyStatus = 'awaiting' | 'accepted' | 'declined';
type InboxMessage = { mine: boolean; body: string; at: number };

export type Conversation = {
  /** Of the form `2-…`. */
  id: string;
  urn: string;
  member: Recipient;
  subject: string;
  status: ReplyStatus;
  unread: boolean;
  lastActivityAt: number;
  messages: InboxMessage[];
};

export type ProfileAnswer = {
  person: Person;
  similar: Person[];
  conversations: Conversation[];
};

export type ReportAnswer = { sent: number; accepted: number; declined: number; weeks: number[] };

export type ComposerKind = 'single' | 'bulk';

/** One element for each recipient, whatever the kind: that much is known of the real request. */
export type PostRequest = {
  composer: ComposerKind;
  page: string;
  elements: { recipient: string; subject: string; body: string; followUp?: string }[];
};
