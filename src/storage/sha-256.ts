import type { Digest } from '#session/chain.ts';

/** SHA-256 by the browser. Undefined on pages that are not secure (http from another device): there no chain is kept. */
export function sha256Of({ subtle }: { readonly subtle?: SubtleCrypto }): Digest | undefined {
  if (subtle === undefined) return undefined;
  return async (text) => {
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
