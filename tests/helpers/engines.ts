import { server } from 'vitest/browser';

/** Run by tests/engines in WebKitGTK. Whatever asks for this is told with its reason in docs/engines.md. */
export const IN_WEBKIT = server.provider === 'webkit';

/** Under its driver WebKitGTK is a private window, which keeps no files. */
export const KEEPS_FILES = !IN_WEBKIT;
