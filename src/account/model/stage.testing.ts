import { afterAll, beforeAll, vi } from 'vitest';
import { phoneEngineModule } from '../../phone/phoneEngine.ts';
import { exchangeModule } from '../../sdk/transport.ts';

/** Clocks that stand still until they are moved; and whatever is thrown or said where nobody should. */
export function stageWorlds() {
  const unhandled: unknown[] = [];
  const said = vi.fn();
  const note = (error: unknown) => unhandled.push(error);

  beforeAll(async () => {
    // What is fetched on the first gesture: here it has arrived.
    await Promise.all([exchangeModule.load(), phoneEngineModule.load()]);
    process.on('unhandledRejection', note);
    vi.stubEnv('NODE_ENV', 'production');
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, name).mockImplementation(said);
    }
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
  });

  afterAll(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    process.off('unhandledRejection', note);
  });

  return { unhandled, said };
}
