/** Where opportunities are. */
export const OPPORTUNITIES = "/opportunities";
