import type { Mailbox } from './record.ts';
import type { StaffedProject } from './people.ts';
import type { Settings } from './settings.ts';
import { flagsOf } from './variants.ts';
import type {
  Person,
  PeoplePage,
  ProfileAnswer,
  ReportAnswer,
  Recipient,
  Session,
  Stage,
} from './wire.ts';

const DAY_MS = 86_400_000;
const WEEKS = 12;

/** Everything the pages show, and the questions they may ask about it. */
export class World {
  readonly people: readonly Person[];
  readonly projects: readonly StaffedProject[];
  readonly mailbox: Mailbox;
  readonly now: () => number;
  settings: Settings;

  constructor(given: Pick<World, 'people' | 'projects' | 'mailbox' | 'now' | 'settings'>) {
    this.people = given.people;
    this.projects = given.projects;
    this.mailbox = given.mailbox;
    this.now = given.now;
    this.settings = given.settings;
  }

  session(variants: readonly string[]): Session {
    const { locale, contractName, seatName, lateMs, narrowBar } = this.settings;
    const flags = flagsOf([...this.settings.variants, ...variants]);
    return {
      locale,
      contractName,
      seatName,
      lateMs,
      credits: { used: this.mailbox.conversations.length, total: 590 },
      unseen: this.mailbox.conversations.filter(({ unread }) => unread).length,
      projects: this.projects.map(({ id, name, place, people }) => ({ id, name, place, people })),
      flags: { ...flags, barOverflows: flags.barOverflows || narrowBar },
      now: this.now(),
    };
  }

  person(memberId: string): Person | undefined {
    return this.people.find((person) => person.memberId === memberId);
  }

  #stageOf(memberId: string): Stage {
    const wrote = this.mailbox.conversations.some(({ member }) => member.memberId === memberId);
    return wrote ? 'CONTACTED' : 'SHORTLISTED';
  }

  #scope(projectId: string | null): readonly Person[] {
    if (this.settings.emptyReads) return [];
    const project = this.projects.find(({ id }) => id === projectId);
    return projectId === null ? this.people : (project?.members ?? []);
  }

  everybody(projectId: string | null, stage: Stage): Recipient[] {
    return this.#scope(projectId)
      .filter(({ memberId }) => stage === 'ALL' || this.#stageOf(memberId) === stage)
      .map(({ memberId, name }) => ({ memberId, name }));
  }

  page(projectId: string | null, stage: Stage, start: number, count: number): PeoplePage {
    const members = this.everybody(projectId, stage);
    const people = members
      .slice(start, start + count)
      .flatMap(({ memberId }) => this.person(memberId) ?? []);
    if (projectId === null) return { total: members.length, start, people, stages: {} };
    const contacted = this.everybody(projectId, 'CONTACTED').length;
    const all = this.everybody(projectId, 'ALL').length;
    const stages = { ALL: all, SHORTLISTED: all - contacted, CONTACTED: contacted, ARCHIVED: 0 };
    return { total: members.length, start, people, stages };
  }

  profile(memberId: string): ProfileAnswer | null {
    const person = this.person(memberId);
    if (person === undefined) return null;
    const similar = this.people.filter(
      (other) => other.role === person.role && other.memberId !== memberId,
    );
    return {
      person,
      similar: similar.slice(0, 8),
      conversations: this.mailbox.conversations.filter(
        ({ member }) => member.memberId === memberId,
      ),
    };
  }

  /** Members who cannot be written to at the moment. */
  paused(): string[] {
    const { paused24h, hold24h } = this.settings;
    const since = this.now() - DAY_MS;
    const lately = this.mailbox.sent
      .filter(({ at }) => hold24h && at > since)
      .flatMap(({ recipients }) => recipients.map(({ memberId }) => memberId));
    return [...new Set([...paused24h, ...lately])];
  }

  report(): ReportAnswer {
    const { conversations } = this.mailbox;
    const count = (status: string) => conversations.filter((one) => one.status === status).length;
    const weeks = Array.from({ length: WEEKS }, () => 0);
    for (const { messages } of conversations) {
      const weeksAgo = Math.floor((this.now() - (messages[0]?.at ?? 0)) / (7 * DAY_MS));
      const week = WEEKS - 1 - weeksAgo;
      weeks[week] = (weeks[week] ?? 0) + (week >= 0 ? 1 : 0);
    }
    const counted = { sent: conversations.length, accepted: count('accepted') };
    return { ...counted, declined: count('declined'), weeks, ...this.settings.report };
  }
}
