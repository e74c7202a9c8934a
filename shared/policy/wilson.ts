/** Where a share lies with 95 % confidence, in basis points; ends are rounded outward. */
export type ShareInterval = Readonly<{ lowBps: number; highBps: number }>;

/** The normal distribution's quantile for 95 %, both sides together. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval of a share, which stays within 0 and 100 % and says something sensible of
 * few and of none. It takes every one of the `total` for independent of the others.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
 * @returns null where there is nothing to take a share of.
 */
export function wilsonInterval(part: number, total: number): ShareInterval | null {
  if (total === 0) return null;
  const share = part / total;
  const zz = Z_95 * Z_95;
  const middle = share + zz / (2 * total);
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / total + zz / (4 * total * total));
  const scale = 10_000 / (1 + zz / total);
  return {
    // The interval of none begins at none and that of all ends with all, whatever is rounded.
    lowBps: part === 0 ? 0 : Math.floor((middle - reach) * scale),
    highBps: part === total ? 10_000 : Math.ceil((middle + reach) * scale),
  };
}
