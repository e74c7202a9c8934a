/** The popup shows who is at risk soonest; the team page has everybody. */
export const HEAD = { limit: 6, after: null, page: 'head' } as const;

/** Of the team page, what fits a screen. */
export const FIRST_PAGE = { limit: 24, after: null, page: 0 } as const;
