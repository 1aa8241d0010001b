/** What somebody typed does not fit: said in one sentence, with exit code 2. */
export class BadInput extends Error {}
