/** What the worklet is registered as, and asked for by. */
export const LIMITER_PROCESSOR = 'undertone-limiter';
