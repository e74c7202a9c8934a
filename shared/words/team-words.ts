/** The columns of a lead's list. */
export type ColumnName =
  | 'seat'
  | 'rate'
  | 'volume'
  | 'standing'
  | 'trend'
  | 'nextCheck'
  | 'daysLeft'
  | 'needs';

/** What a lead's list says. Rates, counts and instants come in ready to be read. */
export type TeamWords = {
  openTeam: string;
  seats: string;
  pilot: string;
  columns: Record<ColumnName, string>;
  /** What the list is narrowed to, each with its count beside it. */
  filters: {
    label: string;
    all: string;
    longUnread: string;
    unread: string;
    unseen: string;
    below: string;
    warned: string;
    paused: string;
    close: string;
    onTrack: string;
    notJudged: string;
    observed: string;
    unknown: string;
  };
  search: string;
  allTeams: string;
  team: string;
  /** Of a column that is pressed to sort by it. */
  sortBy: (column: string) => string;
  byRisk: string;
  found: (count: number, written: string) => string;
  loadingRest: (loaded: string, all: string) => string;
  noMatch: string;
  showAll: string;
  exportCsv: string;
  exporting: string;
  exportedNothing: string;
  keys: string;
  answered: (answered: string, total: string) => string;
  notConfirmed: (count: number, written: string) => string;
  /** For a screen reader; the eye has the line. */
  trend: (from: string, to: string, line: string) => string;
  noTrend: string;
  /** When a seat is checked that waits for its holder. */
  afterContinue: string;
  daysLeft: (days: number) => string;
  unseenFor: (days: number) => string;
  neverSeen: string;
  /** States of a lead's page. */
  notLeadTitle: string;
  notLeadMeans: string;
  refusedTitle: string;
  refusedMeans: string;
  unavailableTitle: string;
  unavailableMeans: string;
  tryAgain: string;
  seatGoneTitle: string;
  seatGoneMeans: string;
};
