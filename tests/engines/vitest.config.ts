// The same tests in the engines of Firefox and Safari: what is kept, what a timeline is, how it sounds. What an engine
// cannot do is left out here by name, and told with its reason in docs/engines.md.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import viteConfig from '../../vite.config.ts';
import { firefoxLaunch } from './firefox.ts';
import { tapPage, webkit } from './webkit-provider.ts';

type Browser = NonNullable<NonNullable<TestProjectInlineConfiguration['test']>['browser']>;

/** Of Firefox over WebDriver BiDi. */
const NOT_IN_FIREFOX = [
  'tests/browser/{engine/changes,players/late-curve}.test.ts', // an offline context cannot be stopped there to change something
  'tests/browser/engine/{blocked,check-sounds,floor,interruption,keep-alive,lifecycle,live}.test.ts', // taps of these do not arrive
  'tests/browser/own/**', // what a media element sends into the graph did not arrive
];
/** Of WebKitGTK under a driver, which is a private window. */
const NOT_IN_WEBKIT = [
  'tests/browser/storage/own-sounds.test.ts', // keeps no files
  'tests/browser/own/{beds,deck,laps,live}.test.ts', // a media element in the graph is late there, or silent
  'tests/browser/own/measuring.test.ts', // what decodes in pieces answers nothing, or takes the page with it
  'tests/browser/engine/lifecycle.test.ts', // its audio thread crashes at about the twelfth context of a page
];

const project = (name: string, browser: Browser, exclude: string[] = []): TestProjectInlineConfiguration => ({
  extends: true,
  define: { 'process.env': '{}' }, // how many random sessions there are is asked of Node elsewhere
  optimizeDeps: { include: ['mediabunny'] },
  test: {
    name,
    include: [
      'tests/browser/{storage,engine,players,own}/**/*.test.ts',
      'tests/session/{sessions,properties,practices,routes,rehearsal}.test.ts',
    ],
    exclude,
    fileParallelism: false,
    browser: { enabled: true, screenshotFailures: false, ...browser },
  },
});

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      testTimeout: 60_000, // these engines are slower at it, and a busy machine is not a fault
      projects: [
        project(
          'firefox',
          {
            headless: true,
            provider: playwright({ launchOptions: firefoxLaunch }),
            instances: [{ browser: 'firefox' }],
          },
          NOT_IN_FIREFOX,
        ),
        project(
          'webkit',
          { provider: webkit(), commands: { tapPage }, instances: [{ browser: 'webkit' }] },
          NOT_IN_WEBKIT,
        ),
        {
          extends: true,
          test: { name: 'smoke', environment: 'node', include: ['tests/engines/smoke.test.ts'] },
        },
      ],
    },
  }),
);
