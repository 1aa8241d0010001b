import { server } from 'vitest/browser';

/** Run by tests/engines in WebKitGTK. Whatever asks for this is told with its reason in docs/engines.md. */
export const IN_WEBKIT = server.provider === 'webkit';
